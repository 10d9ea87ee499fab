package negatoscope.phantom;

import java.util.Random;

/** Smoothing and smooth randomness on a grid. */
final class Noise {
  private Noise() {}

  /** Gaussian smoothing; the edges repeat. */
  static double[] blurred(double[] values, int width, int height, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      kernel[i + reach] = StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + reach];
    }
    double[] rows = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value = 0;
        for (int i = -reach; i <= reach; i++) {
          value += kernel[i + reach] * values[y * width + Math.max(0, Math.min(width - 1, x + i))];
        }
        rows[y * width + x] = value / sum;
      }
    }
    double[] out = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int i = -reach; i <= reach; i++) {
        int from = Math.max(0, Math.min(height - 1, y + i)) * width;
        double weight = kernel[i + reach] / sum;
        for (int x = 0; x < width; x++) {
          out[y * width + x] += weight * rows[from + x];
        }
      }
    }
    return out;
  }

  /**
   * Smooth noise of several grain sizes, each half the one before and weaker; mean 0, spread about
   * 1.
   *
   * @param grain pixels of the coarsest grain
   */
  static double[] fractal(int width, int height, double grain, int octaves, Random random) {
    double[] out = new double[width * height];
    double size = grain;
    double weight = 0.7;
    for (int octave = 0; octave < octaves; octave++) {
      int columns = (int) (width / size) + 3;
      int rows = (int) (height / size) + 3;
      double[] lattice = new double[columns * rows];
      for (int i = 0; i < lattice.length; i++) {
        lattice[i] = random.nextGaussian();
      }
      for (int y = 0; y < height; y++) {
        int row = (int) (y / size);
        double v = smooth(y / size - row);
        for (int x = 0; x < width; x++) {
          int column = (int) (x / size);
          double u = smooth(x / size - column);
          int at = row * columns + column;
          double upper = lattice[at] + u * (lattice[at + 1] - lattice[at]);
          int below = at + columns;
          double lower = lattice[below] + u * (lattice[below + 1] - lattice[below]);
          out[y * width + x] += weight * (upper + v * (lower - upper));
        }
      }
      size /= 2;
      weight *= 0.8;
    }
    return out;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
