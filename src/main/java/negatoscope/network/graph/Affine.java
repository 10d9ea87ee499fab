package negatoscope.network.graph;

import java.util.Arrays;

/**
 * factor · x + shift, channel by channel.
 *
 * @param factor one a channel
 * @param shift one a channel
 */
record Affine(double[] factor, double[] shift) {
  /** Batch normalisation in inference mode. */
  static Affine normalisation(
      float[] gamma, float[] beta, float[] mean, float[] variance, float epsilon) {
    double[] factor = new double[gamma.length];
    double[] shift = new double[gamma.length];
    for (int c = 0; c < gamma.length; c++) {
      factor[c] = gamma[c] / Math.sqrt((double) variance[c] + epsilon);
      shift[c] = beta[c] - mean[c] * factor[c];
    }
    return new Affine(factor, shift);
  }

  /** scale · x. */
  static Affine scale(int channels, double scale) {
    double[] factor = new double[channels];
    Arrays.fill(factor, scale);
    return new Affine(factor, new double[channels]);
  }

  int channels() {
    return factor.length;
  }
}
