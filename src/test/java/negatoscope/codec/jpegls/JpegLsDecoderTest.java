package negatoscope.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import negatoscope.codec.CodecCorpus;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG-LS streams of real films, and streams that are refused. */
class JpegLsDecoderTest {
  private static final FrameShape SMALL = new FrameShape(5, 4, 1);

  private static byte[] small(JpegLsEncoder.Options options) {
    int[] samples = new int[SMALL.samples()];
    Arrays.setAll(samples, i -> i * 7 % 13);
    return JpegLsEncoder.encode(samples, SMALL, options);
  }

  private static CodecException refused(byte[] stream, FrameShape expected) {
    return catchThrowableOfType(CodecException.class, () -> JpegLsDecoder.decode(stream, expected));
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"a-jpegls", "b-jpegls", "frames-jpegls-extended-table"})
  void losslessFilmsAreExactInEveryFrame(String name) {
    JsonNode film = CodecCorpus.entry("films/" + name + ".dcm");
    List<String> hashes = new ArrayList<>();
    for (byte[] stream : CodecCorpus.frames("films/" + name + ".dcm")) {
      hashes.add(CodecCorpus.sha256(JpegLsDecoder.decode(stream, CodecCorpus.shape(film))));
    }
    assertThat(hashes).isEqualTo(CodecCorpus.hashes(film));
  }

  @NeedsShared
  @Test
  void aNearLosslessFilmIsExactlyTheReferenceDecodersOne() {
    JsonNode film = CodecCorpus.entry("films/a-jpegls-near2.dcm");
    byte[] stream = CodecCorpus.frames("films/a-jpegls-near2.dcm").get(0);
    Decoded decoded = JpegLsDecoder.decode(stream, CodecCorpus.shape(film));
    assertThat(decoded.bits()).isEqualTo(12);
    assertThat(CodecCorpus.samples(decoded))
        .isEqualTo(CodecCorpus.picture(film.path("storedPng").asText()));
  }

  @NeedsShared
  @Test
  void aFilmThatIsCutIsRefused() {
    byte[] stream = CodecCorpus.frames("broken/jpegls-cut.dcm").get(0);
    FrameShape shape = CodecCorpus.headerShape("broken/jpegls-cut.dcm");
    CodecException refusal = refused(stream, shape);
    assertThat(refusal.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    assertThat(refusal).hasMessage("the JPEG-LS stream ends before its picture is complete.");
  }

  @NeedsShared
  @Test
  void aFilmCutAnywhereIsRefused() {
    byte[] stream = CodecCorpus.frames("films/frames-jpegls-extended-table.dcm").get(0);
    FrameShape shape = new FrameShape(112, 104, 1);
    int scanEnd = stream.length;
    while ((stream[scanEnd - 2] & 0xFF) != 0xFF || (stream[scanEnd - 1] & 0xFF) != 0xD9) {
      scanEnd--;
    }
    // The last byte before EOI may be padding alone.
    for (int length = 0; length < scanEnd - 4; length += 7) {
      assertThat(refused(Arrays.copyOf(stream, length), shape).code())
          .isEqualTo(ErrorCode.CORRUPT_PIXELS);
    }
  }

  @Test
  void aBlackPictureGrowsOutOfFewBits() {
    FrameShape wide = new FrameShape(65535, 300, 1);
    int[] black = new int[wide.samples()];
    byte[] stream = JpegLsEncoder.encode(black, wide, JpegLsEncoder.Options.lossless(8));
    assertThat(stream).hasSizeLessThan(1000);
    assertThat(JpegLsDecoder.decode(stream, wide).bytes()).containsOnly(0);
  }

  @Test
  void aHeaderAloneOfAHugePictureAllocatesNothingLarge() {
    FrameShape huge = new FrameShape(16384, 16384, 1);
    byte[] stream = {
      -1,
      (byte) 0xD8,
      -1,
      (byte) 0xF7,
      0,
      11,
      16,
      0x40,
      0,
      0x40,
      0,
      1,
      1,
      0x11,
      0,
      -1,
      (byte) 0xDA,
      0,
      8,
      1,
      1,
      0,
      0,
      0,
      0,
      0x55,
      0x55
    };
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    CodecException refusal = refused(stream, huge);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(refusal.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    assertThat(allocated).isLessThan(4 << 20);
  }

  @Test
  void anotherShapeThanExpectedIsRefused() {
    byte[] stream = small(JpegLsEncoder.Options.lossless(8));
    CodecException refusal = refused(stream, new FrameShape(4, 5, 1));
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_DIMENSIONS);
    assertThat(refusal)
        .hasMessage(
            "the JPEG-LS stream says 5 x 4 pixels of 1 components where 4 x 5 of 1 are expected.");
  }

  @Test
  void whatFollowsThePictureIsNotLookedAt() {
    byte[] stream = small(JpegLsEncoder.Options.lossless(8));
    byte[] padded = Arrays.copyOf(stream, stream.length + 3);
    assertThat(JpegLsDecoder.decode(padded, SMALL).bytes())
        .isEqualTo(JpegLsDecoder.decode(stream, SMALL).bytes());
  }

  @Test
  void aScanThatGoesOnBehindItsPictureIsRefused() {
    byte[] stream = small(JpegLsEncoder.Options.lossless(8));
    byte[] longer = Arrays.copyOf(stream, stream.length + 4);
    Arrays.fill(longer, stream.length - 2, stream.length + 2, (byte) 0x21);
    longer[longer.length - 2] = -1;
    longer[longer.length - 1] = (byte) 0xD9;
    assertThat(refused(longer, SMALL))
        .hasMessage("the JPEG-LS stream goes on where its picture is complete.");
  }

  @Test
  void whatIsNotReadIsRefusedByName() {
    byte[] stream = small(JpegLsEncoder.Options.lossless(8));
    byte[] mappingTable = {-1, (byte) 0xF8, 0, 6, 2, 1, 1, 0};
    assertThat(refused(insert(stream, mappingTable), SMALL))
        .hasMessage("the JPEG-LS stream uses mapping tables, which Negatoscope does not read.")
        .extracting(CodecException::code)
        .isEqualTo(ErrorCode.UNSUPPORTED_PIXELS);
    byte[] transform = {-1, (byte) 0xE8, 0, 7, 'm', 'r', 'f', 'x', 1};
    assertThat(refused(insert(stream, transform), SMALL))
        .hasMessageContaining("a colour transform of its own");
    byte[] baseline = {-1, (byte) 0xC0, 0, 4, 0, 0};
    assertThat(refused(insert(stream, baseline), SMALL))
        .hasMessage("the JPEG-LS stream is another kind of JPEG.");
    byte[] pointTransform = stream.clone();
    pointTransform[scanHeader(stream) + 9] = 1;
    assertThat(refused(pointTransform, SMALL)).hasMessageContaining("a point transform");
  }

  @Test
  void impossibleParametersAreRefused() {
    byte[] stream = small(JpegLsEncoder.Options.lossless(8));
    byte[] near = stream.clone();
    near[scanHeader(stream) + 7] = (byte) 200;
    assertThat(refused(near, SMALL))
        .hasMessage("the JPEG-LS stream has an impossible parameter: NEAR = 200.");
    byte[] thresholds = {-1, (byte) 0xF8, 0, 13, 1, 0, 0, 0, 9, 0, 5, 0, 0, 0, 0};
    assertThat(refused(insert(stream, thresholds), SMALL)).hasMessageContaining("T2 = 5");
    byte[] maxVal = {-1, (byte) 0xF8, 0, 13, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertThat(refused(insert(stream, maxVal), SMALL)).hasMessageContaining("MAXVAL = 256");
  }

  /** A marker segment put behind SOI. */
  private static byte[] insert(byte[] stream, byte[] segment) {
    byte[] longer = new byte[stream.length + segment.length];
    System.arraycopy(stream, 0, longer, 0, 2);
    System.arraycopy(segment, 0, longer, 2, segment.length);
    System.arraycopy(stream, 2, longer, 2 + segment.length, stream.length - 2);
    return longer;
  }

  private static int scanHeader(byte[] stream) {
    int at = 2;
    while ((stream[at + 1] & 0xFF) != 0xDA) {
      at += 2 + ((stream[at + 2] & 0xFF) << 8) + (stream[at + 3] & 0xFF);
    }
    return at;
  }
}
