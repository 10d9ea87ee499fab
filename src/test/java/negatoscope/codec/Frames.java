package negatoscope.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/** Makes frames to encode, and compares what comes back. */
public final class Frames {
  private Frames() {}

  /**
   * A frame of smooth slopes with noise and some flat stretches.
   *
   * @param noise greatest noise, from 0 (none) to 1 (the whole range)
   */
  public static Decoded frame(FrameShape shape, int bits, double noise, Random random) {
    int most = (1 << bits) - 1;
    int[] samples = new int[shape.samples()];
    double across = random.nextDouble() * most / shape.width();
    double down = random.nextDouble() * most / shape.height();
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / shape.components();
      int row = pixel / shape.width();
      double slope = across * (pixel % shape.width()) + down * row;
      double value = slope / 2 + (random.nextDouble() - 0.5) * 2 * noise * most;
      boolean flat = pixel / 37 % 5 == 0;
      samples[i] = flat ? most / 3 : (int) Math.max(0, Math.min(most, value));
    }
    return of(shape, bits, samples);
  }

  /** A frame of given samples. */
  public static Decoded of(FrameShape shape, int bits, int[] samples) {
    if (bits <= 8) {
      byte[] bytes = new byte[samples.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) samples[i];
      }
      return Decoded.of8(shape, bits, false, bytes);
    }
    short[] shorts = new short[samples.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) samples[i];
    }
    return Decoded.of16(shape, bits, false, shorts);
  }

  /** One sample, unsigned. */
  public static int sample(Decoded frame, int index) {
    return frame.bits() <= 8 ? frame.bytes()[index] & 0xFF : frame.shorts()[index] & 0xFFFF;
  }

  /** Whether two frames are the same in everything. */
  public static void assertSame(Decoded actual, Decoded expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.bits()).isEqualTo(expected.bits());
    assertThat(Arrays.equals(actual.bytes(), expected.bytes())).isTrue();
    assertThat(Arrays.equals(actual.shorts(), expected.shorts())).isTrue();
  }
}
