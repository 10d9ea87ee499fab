package negatoscope.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Random;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.task.ErrorCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sequential DCT JPEG made by an encoder that follows the definitions. */
class DctJpegTest {

  @Property(tries = 150)
  void finelyQuantisedFramesComeBack(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll @IntRange(min = 1, max = 4) int components,
      @ForAll boolean twelveBits,
      @ForAll @IntRange(min = 0, max = 4) int restartUnits,
      @ForAll boolean interleaved,
      @ForAll Random random) {
    FrameShape shape = new FrameShape(width, height, components);
    double noise = new double[] {0, 0.001, 0.05, 1}[random.nextInt(4)];
    Decoded frame = Frames.frame(shape, twelveBits ? 12 : 8, noise, random);
    int[] factors = new int[components];
    // The factors of a component that stands alone mean nothing.
    Arrays.fill(factors, components == 1 ? random.nextInt(1, 5) << 4 | random.nextInt(1, 5) : 0x11);
    byte[] stream = new DctEncoder(factors, 1, restartUnits, interleaved).encode(frame);
    assertNear(JpegDecoder.decode(stream, shape), frame, 2);
  }

  @Property(tries = 150)
  void subSampledComponentsAreBroughtToFullSize(
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll("samplings") int[] factors,
      @ForAll @IntRange(min = 0, max = 2) int restartUnits,
      @ForAll boolean interleaved,
      @ForAll @IntRange(min = -2, max = 2) int slope) {
    FrameShape shape = new FrameShape(width, height, factors.length);
    int[] samples = new int[shape.samples()];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / factors.length;
      samples[i] = 128 + i % factors.length * 5 + slope * (pixel % width - pixel / width) / 2;
    }
    Decoded frame = Frames.of(shape, 8, samples);
    byte[] stream = new DctEncoder(factors, 1, restartUnits, interleaved).encode(frame);
    // Between the outermost centres a slope is kept; only the border is flat.
    assertNear(JpegDecoder.decode(stream, shape), frame, 2 + 2 * Math.abs(slope));
  }

  @Provide
  Arbitrary<int[]> samplings() {
    return Arbitraries.of(
        new int[] {0x22, 0x11, 0x11},
        new int[] {0x21, 0x11, 0x11},
        new int[] {0x12, 0x11, 0x11},
        new int[] {0x41, 0x11, 0x11},
        new int[] {0x22, 0x21, 0x11},
        new int[] {0x11, 0x22, 0x22},
        new int[] {0x21, 0x11, 0x11, 0x21});
  }

  @Test
  void chromaIsInterpolatedBetweenTheCentresOfItsSamples() {
    FrameShape shape = new FrameShape(16, 1, 2);
    int[] samples = new int[32];
    for (int x = 0; x < 16; x++) {
      samples[2 * x + 1] = x < 8 ? 40 : 80;
    }
    byte[] stream =
        new DctEncoder(new int[] {0x21, 0x11}, 1, 0, true).encode(Frames.of(shape, 8, samples));
    Decoded decoded = JpegDecoder.decode(stream, shape);
    int[] expected = {40, 40, 40, 40, 40, 40, 40, 50, 70, 80, 80, 80, 80, 80, 80, 80};
    for (int x = 0; x < 16; x++) {
      assertThat(Frames.sample(decoded, 2 * x + 1)).isBetween(expected[x] - 1, expected[x] + 1);
    }
  }

  @Property(tries = 200)
  void whereverTheStreamIsCutItIsRefused(@ForAll Random random) {
    FrameShape shape = new FrameShape(31, 19, random.nextBoolean() ? 1 : 3);
    Decoded frame = Frames.frame(shape, random.nextBoolean() ? 8 : 12, 0.1, random);
    int[] factors = Arrays.copyOf(new int[] {0x22, 0x11, 0x11}, shape.components());
    byte[] stream =
        new DctEncoder(factors, 3, random.nextInt(3), random.nextBoolean()).encode(frame);
    int length = random.nextInt(stream.length - 3);
    assertCorrupt(Arrays.copyOf(stream, length), shape);
    byte[] closed = Arrays.copyOf(stream, length + 2);
    closed[length] = -1;
    closed[length + 1] = (byte) Marker.EOI;
    assertCorrupt(closed, shape);
  }

  private static void assertNear(Decoded actual, Decoded expected, int most) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.bits()).isEqualTo(expected.bits());
    int worst = 0;
    for (int i = 0; i < expected.shape().samples(); i++) {
      worst = Math.max(worst, Math.abs(Frames.sample(actual, i) - Frames.sample(expected, i)));
    }
    assertThat(worst).isLessThanOrEqualTo(most);
  }

  private static void assertCorrupt(byte[] stream, FrameShape shape) {
    CodecException refused =
        catchThrowableOfType(CodecException.class, () -> JpegDecoder.decode(stream, shape));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
  }
}
