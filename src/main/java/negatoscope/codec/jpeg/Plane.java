package negatoscope.codec.jpeg;

/** The samples of one component at its own size, filled block by block. */
final class Plane {
  private final DctGeometry geometry;
  private final int precision;
  private final int stride;
  private final short[] samples;
  private int[] steps = {};

  Plane(DctGeometry geometry, int precision) {
    this.geometry = geometry;
    this.precision = precision;
    stride = 8 * geometry.blocksWide();
    samples = new short[stride * 8 * geometry.blocksHigh()];
  }

  DctGeometry geometry() {
    return geometry;
  }

  /** Samples in a row; those beyond the component's width only fill the last unit up. */
  int stride() {
    return stride;
  }

  short[] samples() {
    return samples;
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
    int at = 8 * (row * stride + column);
    for (int y = 0; y < 8; y++, at += stride) {
      for (int x = 0; x < 8; x++) {
        samples[at + x] = value;
      }
    }
  }

  /** Fills a block with its coefficients, row by row with their steps taken in; changes them. */
  void block(int column, int row, double[] coefficients) {
    InverseDct.transform(coefficients);
    int at = 8 * (row * stride + column);
    for (int i = 0; i < 64; i += 8, at += stride) {
      for (int x = 0; x < 8; x++) {
        samples[at + x] = clamped(coefficients[i + x]);
      }
    }
  }

  /** Undoes the level shift (T.81 A.3.1) and keeps the sample inside its range. */
  private short clamped(double value) {
    int sample = (int) (value + (1 << (precision - 1)) + 0.5);
    return (short) Math.max(0, Math.min((1 << precision) - 1, sample));
  }
}
