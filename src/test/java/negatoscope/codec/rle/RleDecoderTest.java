package negatoscope.codec.rle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.Fragments;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RleDecoderTest {

  @NeedsShared
  @ParameterizedTest
  @CsvSource({"films/a-rle.dcm, 1, 2", "films/b-rle.dcm, 1, 1", "films/rgb-rle.dcm, 3, 1"})
  void filmsComeOutExactly(String name, int components, int bytesPerSample) {
    JsonNode entry = Fragments.entry(name);
    Decoded decoded =
        RleDecoder.decode(
            Fragments.joined(name), Fragments.shape(entry, components), bytesPerSample);
    assertThat(Fragments.sha256(decoded)).isEqualTo(entry.path("storedSha256").asText());
  }

  @NeedsShared
  @Test
  void everyFrameComesOutExactly() {
    String name = "films/frames-rle-no-table.dcm";
    JsonNode entry = Fragments.entry(name);
    List<byte[]> frames = Fragments.of(name);
    assertThat(frames).hasSize(3);
    for (int i = 0; i < 3; i++) {
      Decoded decoded = RleDecoder.decode(frames.get(i), Fragments.shape(entry, 1), 2);
      assertThat(Fragments.sha256(decoded)).isEqualTo(entry.path("frameSha256").get(i).asText());
    }
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"rle-cut", "rle-200-segments", "rle-offset-outside"})
  void damagedFilmsAreRefused(String name) {
    byte[] stream = Fragments.joined("broken/" + name + ".dcm");
    assertThat(refusal(stream, new FrameShape(96, 104, 1), 2)).startsWith("the RLE stream");
  }

  @Property(tries = 500)
  void whatIsPackedComesBack(
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll @IntRange(min = 1, max = 4) int components,
      @ForAll boolean wide,
      @ForAll @IntRange(min = 0, max = 2) int padding,
      @ForAll Random random) {
    FrameShape shape = new FrameShape(width, height, components);
    Decoded frame = Frames.frame(shape, wide ? 16 : 8, random.nextInt(3) * 0.01, random);
    byte[] stream = RleEncoder.encode(frame);
    byte[] padded = Arrays.copyOf(stream, stream.length + padding);
    Frames.assertSame(RleDecoder.decode(padded, shape, wide ? 2 : 1), frame);
  }

  @Property(tries = 500)
  void aSegmentThatEndsEarlyIsNeverFilledUp(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 10) int height,
      @ForAll Random random) {
    FrameShape shape = new FrameShape(width, height, 1);
    byte[] stream = RleEncoder.encode(Frames.frame(shape, 16, 0.1, random));
    byte[] taller =
        RleEncoder.encode(Frames.frame(new FrameShape(width, height + 1, 1), 16, 0.1, random));
    refusal(stream, new FrameShape(width, height + 1, 1), 2);
    refusal(taller, shape, 2);
    refusal(Arrays.copyOf(stream, random.nextInt(stream.length - 2)), shape, 2);
  }

  @Property(tries = 3000)
  void changedBytesAreNoticedOrHarmless(@ForAll Random random) {
    FrameShape shape = new FrameShape(33, 9, 3);
    byte[] stream = RleEncoder.encode(Frames.frame(shape, 8, 0.05, random));
    for (int i = random.nextInt(5); i >= 0; i--) {
      stream[random.nextInt(random.nextBoolean() ? 64 : stream.length)] = (byte) random.nextInt();
    }
    decodeOrRefuse(stream, shape, 1);
  }

  @Property(tries = 1000)
  void noiseIsRefused(@ForAll byte[] noise) {
    decodeOrRefuse(noise, new FrameShape(5, 5, 1), 2);
  }

  @Test
  void aHugeFrameIsNotBelieved() {
    byte[] stream = RleEncoder.encode(Frames.of(new FrameShape(8, 8, 1), 8, new int[64]));
    FrameShape huge = new FrameShape(16384, 16384, 1);
    assertThat(refusal(stream, huge, 1)).contains("ends before its last pixel");
  }

  @Test
  void segmentsThatStandInTheWrongOrderAreRefused() {
    byte[] stream = RleEncoder.encode(Frames.of(new FrameShape(8, 8, 3), 8, new int[192]));
    byte first = stream[4];
    stream[4] = stream[8];
    stream[8] = first;
    assertThat(refusal(stream, new FrameShape(8, 8, 3), 1)).contains("outside its place");
  }

  @Test
  void onlyOneAndTwoBytesASampleAreAskedFor() {
    assertThatThrownBy(() -> RleDecoder.decode(new byte[64], new FrameShape(1, 1, 1), 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String refusal(byte[] stream, FrameShape shape, int bytesPerSample) {
    CodecException refused =
        catchThrowableOfType(
            CodecException.class, () -> RleDecoder.decode(stream, shape, bytesPerSample));
    assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
    return refused.sentence();
  }

  private static void decodeOrRefuse(byte[] stream, FrameShape shape, int bytesPerSample) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          try {
            assertThat(RleDecoder.decode(stream, shape, bytesPerSample).shape()).isEqualTo(shape);
          } catch (CodecException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
          }
        });
  }
}
