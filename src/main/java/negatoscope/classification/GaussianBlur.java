package negatoscope.classification;

/** A picture without its details. */
final class GaussianBlur {
  private GaussianBlur() {}

  /**
   * A square picture blurred by a Gaussian, its edges continued by their own values.
   *
   * @param values side · side, row by row; left as they are
   * @param sigma standard deviation in pixels, above 0
   */
  static float[] of(float[] values, int side, double sigma) {
    double[] kernel = kernel(sigma);
    return turned(turned(values, side, kernel), side, kernel);
  }

  private static double[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    double[] kernel = new double[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double distance = (i - radius) / sigma;
      kernel[i] = Math.exp(-distance * distance / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Blurred along the rows and mirrored at the diagonal, so that doing it twice does it all. */
  private static float[] turned(float[] values, int side, double[] kernel) {
    int radius = kernel.length / 2;
    float[] out = new float[values.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
          int from = Math.max(0, Math.min(side - 1, x + i - radius));
          sum += kernel[i] * values[y * side + from];
        }
        out[x * side + y] = (float) sum;
      }
    }
    return out;
  }
}
