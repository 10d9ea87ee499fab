package negatoscope.codec.jpegls;

import java.util.Arrays;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/** The decoded samples, in arrays that grow as rows arrive. */
final class Samples {
  private static final int LEAST = 1 << 16;

  private final FrameShape shape;
  private final int precision;
  private byte[] bytes = new byte[0];
  private short[] shorts = new short[0];
  private int capacity;

  /**
   * No sample yet.
   *
   * @param streamLength believed as far as a bit holds a sample; what is more has to arrive first
   */
  Samples(FrameShape shape, int precision, int streamLength) {
    this.shape = shape;
    this.precision = precision;
    grow(Math.min(shape.samples(), (int) Math.min(Integer.MAX_VALUE, LEAST + 4L * streamLength)));
  }

  private void grow(int size) {
    capacity = size;
    if (precision <= 8) {
      bytes = Arrays.copyOf(bytes, size);
    } else {
      shorts = Arrays.copyOf(shorts, size);
    }
  }

  /**
   * Keeps one row of one component.
   *
   * @param line its samples from index 1 on
   */
  void put(int row, int component, int[] line) {
    int step = shape.components();
    int rowLength = shape.width() * step;
    int end = (row + 1) * rowLength;
    if (end > capacity) {
      grow((int) Math.min(shape.samples(), Math.max(end, 2L * capacity)));
    }
    int at = row * rowLength + component;
    int width = shape.width();
    if (precision <= 8) {
      byte[] to = bytes;
      for (int x = 1; x <= width; x++, at += step) {
        to[at] = (byte) line[x];
      }
    } else {
      short[] to = shorts;
      for (int x = 1; x <= width; x++, at += step) {
        to[at] = (short) line[x];
      }
    }
  }

  /** All of them, when every row has been put. */
  Decoded decoded() {
    return precision <= 8
        ? Decoded.of8(shape, precision, false, bytes)
        : Decoded.of16(shape, precision, false, shorts);
  }
}
