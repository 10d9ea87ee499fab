package negatoscope.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import negatoscope.codec.CodecCorpus;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 streams of real films, and streams that are refused. */
class Jpeg2000DecoderTest {
  private static final FrameShape SMALL = new FrameShape(40, 30, 1);

  /** 9 x 7 samples of 12 bits with a sign, by OpenJPEG. */
  private static final String SIGNED =
      "/0//UQApAAAAAAAJAAAABwAAAAAAAAAAAAAACQAAAAcAAAAAAAAAAAABiwEB/1IADAAAAAEAAAQEAAH/XAAEQGD/"
          + "ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAABtAAH/k9/hcBIrWPzFR9jo"
          + "+HGTB6OUYpoCLB3GCR2+S/XNd/FjJ2xo2Qwk1cqgDFzdbOk48GBqa3SW94vsMCLrEpe8SsX6I03QuQH6X8H4"
          + "oiOfZQOvtRgNIpuzDqNurCy5Cnr7/9k=";

  /** 9 x 7 pixels of three components of 16 bits, by OpenJPEG with the reversible transform. */
  private static final String COLOUR_16 =
      "/0//UQAvAAAAAAAJAAAABwAAAAAAAAAAAAAACQAAAAcAAAAAAAAAAAADDwEBDwEBDwEB/1IADAAAAAEBAAQE"
          + "AAH/XAAEQID/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAE4AAH/k8/8"
          + "MggRHpFYZzTLgpT1KM1C9gJ07o0xmS+G2KUwSVu36hFKuH+mUU/eKvESQo3Y0dnp3AlTf7B8EkkCIKP2Ok1w"
          + "XzD7D6RTU/YJ7A9yHiLiofcMiSly65S1Ge6WlgeePbWxS1femCknUy2dehTfPTo1Lg99qEAE5PKyBiHYX85E"
          + "U9QCw2vb3/iUIBl7cEo1oZmrGF344gZmrHaQ8PhtI5N2nd80VUw/tqmpm6IwSHCkEBO5F2NPIvO4zJEM2iwT"
          + "gh7+2XiKZx5NUxti0usfCW+tH/9CowCFWNVRBTtSeMu5p5rezOYjSLmLqkCcsXPrzj6ArnDjU1AMClX3otpq"
          + "nB+mhu/Gh2LNICeevno0l8B+wwARUFSjkS5IAAAAGEhFEDjCQj3DBhIS/3//2Q==";

  private static byte[] small() {
    int[] samples = new int[SMALL.samples()];
    Arrays.setAll(samples, i -> i * 71 % 256);
    return Jpeg2000Encoder.encode(samples, SMALL, 0, true);
  }

  private static CodecException refused(byte[] stream, FrameShape expected) {
    return catchThrowableOfType(
        CodecException.class, () -> Jpeg2000Decoder.decode(stream, expected));
  }

  /** Where a marker first stands. */
  private static int find(byte[] stream, int marker) {
    int at = 0;
    while ((stream[at] & 0xFF) != 0xFF || (stream[at + 1] & 0xFF) != marker) {
      at++;
    }
    return at;
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"a-j2k", "b-j2k", "frames-j2k-table", "ybr-rct-j2k"})
  void losslessFilmsAreExactInEveryFrame(String name) {
    JsonNode film = CodecCorpus.entry("films/" + name + ".dcm");
    List<String> hashes = new ArrayList<>();
    for (byte[] stream : CodecCorpus.frames("films/" + name + ".dcm")) {
      hashes.add(CodecCorpus.sha256(Jpeg2000Decoder.decode(stream, CodecCorpus.shape(film))));
    }
    assertThat(hashes).isEqualTo(CodecCorpus.hashes(film));
  }

  @NeedsShared
  @Test
  void aLossyFilmLiesWithinItsTolerance() {
    JsonNode film = CodecCorpus.entry("films/a-j2k-lossy.dcm");
    byte[] stream = CodecCorpus.frames("films/a-j2k-lossy.dcm").get(0);
    int[] samples = CodecCorpus.samples(Jpeg2000Decoder.decode(stream, CodecCorpus.shape(film)));
    int[] expected = CodecCorpus.picture(film.path("storedPng").asText());
    for (int i = 0; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - expected[i]))
          .isLessThanOrEqualTo(film.path("storedTolerance").asInt());
    }
  }

  @NeedsShared
  @Test
  void colourComesOutOfTheIrreversibleTransform() {
    JsonNode film = CodecCorpus.entry("films/ybr-ict-j2k.dcm");
    byte[] stream = CodecCorpus.frames("films/ybr-ict-j2k.dcm").get(0);
    Decoded decoded = Jpeg2000Decoder.decode(stream, CodecCorpus.shape(film));
    assertThat(decoded.shape().components()).isEqualTo(3);
    // The display of 8-bit colour without a window is the colour itself.
    int[] expected = CodecCorpus.rgb(film.path("display").asText());
    int[] samples = CodecCorpus.samples(decoded);
    for (int i = 0; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - expected[i])).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void signedSamplesKeepTheirSign() {
    byte[] stream = Base64.getDecoder().decode(SIGNED);
    Decoded decoded = Jpeg2000Decoder.decode(stream, new FrameShape(9, 7, 1));
    assertThat(decoded.signed()).isTrue();
    assertThat(decoded.bits()).isEqualTo(12);
    int[] expected = new int[63];
    Arrays.setAll(expected, i -> (i % 9 * 137 + i / 9 * 411 + i % 9 * (i / 9) * 29) % 4096 - 2048);
    assertThat(CodecCorpus.samples(decoded)).isEqualTo(expected);
  }

  @Test
  void colourOfSixteenBitsIsExact() {
    byte[] stream = Base64.getDecoder().decode(COLOUR_16);
    Decoded decoded = Jpeg2000Decoder.decode(stream, new FrameShape(9, 7, 3));
    assertThat(decoded.bits()).isEqualTo(16);
    int[] expected = new int[3 * 63];
    for (int i = 0; i < 63; i++) {
      int red = (i % 9 * 7919 + i / 9 * 5113 + i % 9 * (i / 9) * 29) % 65536;
      expected[3 * i] = red;
      expected[3 * i + 1] = (red + 1000) % 65536;
      expected[3 * i + 2] = red * 3 % 65536;
    }
    assertThat(CodecCorpus.samples(decoded)).isEqualTo(expected);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"j2k-cut", "j2k-huge"})
  void brokenFilmsAreRefused(String name) {
    byte[] stream = CodecCorpus.frames("broken/" + name + ".dcm").get(0);
    FrameShape shape = CodecCorpus.headerShape("broken/" + name + ".dcm");
    assertThat(refused(stream, shape).code())
        .isIn(ErrorCode.CORRUPT_PIXELS, ErrorCode.BAD_DIMENSIONS);
  }

  @NeedsShared
  @Test
  void noiseForPacketsEndsInTimeAndWithoutAWord() {
    byte[] stream = CodecCorpus.frames("broken/j2k-noise.dcm").get(0);
    FrameShape shape = CodecCorpus.headerShape("broken/j2k-noise.dcm");
    PrintStream err = System.err;
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
    long start = System.nanoTime();
    try {
      assertThat(refused(stream, shape).code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    } finally {
      System.setErr(err);
    }
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(words.size()).isZero();
  }

  @Test
  void aFilmCutAnywhereIsRefused() {
    byte[] stream = small();
    for (int length = 0; length < stream.length - 2; length += 5) {
      assertThat(refused(Arrays.copyOf(stream, length), SMALL).code())
          .isEqualTo(ErrorCode.CORRUPT_PIXELS);
    }
  }

  @Test
  void aFilmCutAndClosedAgainIsRefused() {
    byte[] stream = small();
    int sot = find(stream, 0x90);
    for (int length = stream.length / 2; length < stream.length - 4; length += 3) {
      byte[] cut = Arrays.copyOf(stream, length);
      cut[length - 2] = (byte) 0xFF;
      cut[length - 1] = (byte) 0xD9;
      assertThat(refused(cut, SMALL).code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
      // With the length of the tile-part left open only the packets tell.
      Arrays.fill(cut, sot + 6, sot + 10, (byte) 0);
      assertThat(refused(cut, SMALL))
          .hasMessage("the JPEG 2000 stream ends before its picture is complete.");
    }
  }

  @Test
  void aTilePartOfOpenLengthAndAMissingEocAreRead() {
    byte[] stream = small();
    Decoded whole = Jpeg2000Decoder.decode(stream, SMALL);
    assertThat(Jpeg2000Decoder.decode(Arrays.copyOf(stream, stream.length - 2), SMALL).bytes())
        .isEqualTo(whole.bytes());
    byte[] open = Arrays.copyOf(stream, stream.length + 1);
    int sot = find(stream, 0x90);
    Arrays.fill(open, sot + 6, sot + 10, (byte) 0);
    assertThat(Jpeg2000Decoder.decode(open, SMALL).bytes()).isEqualTo(whole.bytes());
  }

  @Test
  void anotherShapeThanExpectedIsRefused() {
    CodecException refusal = refused(small(), new FrameShape(30, 40, 1));
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_DIMENSIONS);
    assertThat(refusal)
        .hasMessage(
            "the JPEG 2000 stream says 40 x 30 pixels of 1 components where 30 x 40 of 1 are"
                + " expected.");
  }

  @Test
  void whatIsNotReadIsRefusedByName() {
    byte[] highThroughput = small();
    highThroughput[6] = 0x40;
    assertThat(refused(highThroughput, SMALL))
        .hasMessageContaining("uses high-throughput block coding (HTJ2K)")
        .extracting(CodecException::code)
        .isEqualTo(ErrorCode.UNSUPPORTED_PIXELS);
    byte[] deep = small();
    deep[42] = 23;
    assertThat(refused(deep, SMALL)).hasMessageContaining("more than 16 bits");
    byte[] subSampled = small();
    subSampled[43] = 2;
    assertThat(refused(subSampled, SMALL)).hasMessageContaining("sub-sampled");
  }

  @NeedsShared
  @Test
  void anHtj2kFilmIsRefusedByName() {
    JsonNode film = CodecCorpus.entry("films/a-htj2k.dcm");
    byte[] stream = CodecCorpus.frames("films/a-htj2k.dcm").get(0);
    assertThat(refused(stream, CodecCorpus.shape(film))).hasMessageContaining("(HTJ2K)");
  }

  @Test
  void absurdNumbersOfTilesAndLayersAreRefusedBeforeAnythingIsAllocated() {
    byte[] tiles = small();
    Arrays.fill(tiles, 24, 32, (byte) 0);
    tiles[27] = 1;
    tiles[31] = 1;
    byte[] layers = small();
    int cod = find(layers, 0x52);
    layers[cod + 6] = -1;
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(refused(tiles, SMALL).code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    assertThat(refused(layers, SMALL).code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void packedPacketHeadersWhichTheLibraryNeverLeavesAreRefused() {
    byte[] stream = small();
    int sot = find(stream, 0x90);
    byte[] packed = new byte[stream.length + 6];
    System.arraycopy(stream, 0, packed, 0, sot);
    packed[sot] = (byte) 0xFF;
    packed[sot + 1] = 0x60;
    packed[sot + 3] = 4;
    System.arraycopy(stream, sot, packed, sot + 6, stream.length - sot);
    assertThat(refused(packed, SMALL)).hasMessageContaining("packed packet headers");
  }

  @Test
  void aPacketHeaderWithoutStuffedBitsInWhichTheLibraryNeverEndsIsRefused() {
    byte[] stream = small();
    int packets = find(stream, 0x93) + 2;
    Arrays.fill(stream, packets, packets + 40, (byte) 0xFF);
    assertThat(refused(stream, SMALL))
        .hasMessage("the JPEG 2000 stream has a damaged packet header.");
  }

  @Test
  void damageIsDecodedOrRefusedInTime() {
    Random random = new Random(5);
    byte[] stream = small();
    for (int i = 0; i < 400; i++) {
      byte[] damaged = stream.clone();
      int within = i % 2 == 0 ? Math.min(160, stream.length) : stream.length;
      for (int change = 0; change <= i % 5; change++) {
        damaged[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
      }
      long start = System.nanoTime();
      try {
        assertThat(Jpeg2000Decoder.decode(damaged, SMALL).shape()).isEqualTo(SMALL);
      } catch (CodecException refused) {
        assertThat(refused.sentence()).startsWith("the JPEG 2000 stream ").endsWith(".");
      }
      assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
  }
}
