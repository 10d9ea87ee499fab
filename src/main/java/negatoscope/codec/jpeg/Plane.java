package negatoscope.codec.jpeg;

/**
 * The samples of one component at its own size, filled block by block. Room is made for a row of
 * blocks when its first one arrives.
 */
final class Plane {
  private final DctGeometry geometry;
  private final int precision;
  private final int stride;
  private final short[][] bands;
  private int[] steps = {};

  Plane(DctGeometry geometry, int precision) {
    this.geometry = geometry;
    this.precision = precision;
    stride = 8 * geometry.blocksWide();
    bands = new short[geometry.blocksHigh()][0];
  }

  DctGeometry geometry() {
    return geometry;
  }

  /**
   * The eight lines among which one stands, at {@link #start}; samples beyond the component's width
   * only fill the last unit up.
   */
  short[] band(int y) {
    return bands[y / 8];
  }

  /** Where a line begins in its band. */
  int start(int y) {
    return y % 8 * stride;
  }

  /** Takes the quantisation steps, in zig-zag order. */
  void quantise(int[] steps) {
    this.steps = steps;
  }

  /** The quantisation steps, in zig-zag order. */
  int[] steps() {
    return steps;
  }

  /** Fills a block whose only coefficient is this one, with its step taken in. */
  void flat(int column, int row, double coefficient) {
    short value = clamped(coefficient / 8);
    short[] band = room(row);
    for (int y = 0, at = 8 * column; y < 8; y++, at += stride) {
      for (int x = 0; x < 8; x++) {
        band[at + x] = value;
      }
    }
  }

  /** Fills a block with its coefficients, row by row with their steps taken in; changes them. */
  void block(int column, int row, double[] coefficients) {
    InverseDct.transform(coefficients);
    short[] band = room(row);
    for (int i = 0, at = 8 * column; i < 64; i += 8, at += stride) {
      for (int x = 0; x < 8; x++) {
        band[at + x] = clamped(coefficients[i + x]);
      }
    }
  }

  private short[] room(int row) {
    if (bands[row].length == 0) {
      bands[row] = new short[8 * stride];
    }
    return bands[row];
  }

  /** Undoes the level shift (T.81 A.3.1) and keeps the sample inside its range. */
  private short clamped(double value) {
    int sample = (int) (value + (1 << (precision - 1)) + 0.5);
    return (short) Math.max(0, Math.min((1 << precision) - 1, sample));
  }
}
