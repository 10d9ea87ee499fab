package negatoscope.tensor;

/**
 * Shows each grey against its surroundings, so that brightness and contrast of a scanner, of a part
 * of a film, or of its exposure are the same on every film.
 *
 * <p>The surroundings are weighted by three running means, which is close to a Gaussian, and reach
 * over what is kept only (normalised convolution).
 */
final class LocalContrast {
  /** What a grey like its surroundings becomes, and padding. */
  static final float MEAN = 128;

  /** Greys for one standard deviation of the surroundings. */
  private static final double GAIN = 48;

  /** Added to the standard deviation, so that the noise of even parts stays small. */
  private static final double FLOOR = 8;

  private static final double BRIGHTEST = 255;
  private static final int PASSES = 3;

  private LocalContrast() {}

  /**
   * Changes the greys that are kept, in place.
   *
   * @param values side × side greys
   * @param kept which of them count
   */
  static void apply(float[] values, boolean[] kept, int side) {
    int count = side * side;
    double[] weights = new double[count];
    double[] greys = new double[count];
    double[] squares = new double[count];
    for (int i = 0; i < count; i++) {
      if (kept[i]) {
        weights[i] = 1;
        greys[i] = values[i];
        squares[i] = (double) values[i] * values[i];
      }
    }
    int radius = Math.max(1, side / 8);
    spread(weights, side, radius);
    spread(greys, side, radius);
    spread(squares, side, radius);
    for (int i = 0; i < count; i++) {
      if (kept[i]) {
        double mean = greys[i] / weights[i];
        double deviation = Math.sqrt(Math.max(0, squares[i] / weights[i] - mean * mean));
        double local = MEAN + GAIN * (values[i] - mean) / (deviation + FLOOR);
        values[i] = (float) Math.min(BRIGHTEST, Math.max(0, local));
      }
    }
  }

  private static void spread(double[] values, int side, int radius) {
    double[] line = new double[side];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int row = 0; row < side; row++) {
        spread(values, row * side, 1, line, radius);
      }
      for (int column = 0; column < side; column++) {
        spread(values, column, side, line, radius);
      }
    }
  }

  /** A line's sums over {@code radius} cells to both sides; beyond its ends is nothing. */
  private static void spread(double[] values, int first, int step, double[] line, int radius) {
    int length = line.length;
    for (int i = 0; i < length; i++) {
      line[i] = values[first + i * step];
    }
    double sum = 0;
    for (int i = 0; i < radius; i++) {
      sum += line[i];
    }
    for (int i = 0; i < length; i++) {
      sum += i + radius < length ? line[i + radius] : 0;
      sum -= i - radius - 1 >= 0 ? line[i - radius - 1] : 0;
      values[first + i * step] = sum;
    }
  }
}
