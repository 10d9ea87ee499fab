package negatoscope.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Temperature scaling (Guo et al. 2017): one number T &gt; 0 by which logits are divided, so that
 * the mean of −ln softmax(z / T) of the truth is least.
 */
public final class Temperature {
  private static final int HALVINGS = 200;

  /** A greater 1 / T is taken for one without end. */
  private static final double STEEPEST = 0x1p60;

  private Temperature() {}

  /**
   * Fits T.
   *
   * @param logits {@code [films][classes]}, finite but for −∞ of a class that is not the truth
   * @return empty where the likelihood has no greatest value: every truth has the largest logit (T
   *     goes to 0), or the logits tell nothing (T grows without end)
   */
  public static OptionalDouble fit(int[] labels, double[][] logits) {
    double atZero = 0;
    double atInfinity = 0;
    for (int i = 0; i < labels.length; i++) {
      double truth = logits[i][labels[i]];
      if (truth == Double.NEGATIVE_INFINITY) {
        return OptionalDouble.empty();
      }
      atZero += Arrays.stream(logits[i]).average().orElse(0) - truth;
      atInfinity += Arrays.stream(logits[i]).max().orElse(0) - truth;
    }
    if (!(atZero < 0) || !(atInfinity > 0)) {
      return OptionalDouble.empty();
    }
    double low = 1;
    double high = 1;
    while (slope(labels, logits, low) > 0) {
      low /= 2;
    }
    while (slope(labels, logits, high) < 0) {
      high *= 2;
      if (high > STEEPEST) {
        return OptionalDouble.empty();
      }
    }
    for (int i = 0; i < HALVINGS && high - low > Math.ulp(low); i++) {
      double middle = (low + high) / 2;
      if (slope(labels, logits, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(2 / (low + high));
  }

  /** Fits T to probabilities, whose logarithms serve as logits. */
  public static OptionalDouble fit(Predictions predictions) {
    return fit(predictions.labels(), logarithms(predictions));
  }

  /** Fits T to single-precision logits. */
  public static OptionalDouble fit(int[] labels, float[][] logits) {
    double[][] doubles = new double[logits.length][];
    for (int i = 0; i < logits.length; i++) {
      float[] row = logits[i];
      doubles[i] = new double[row.length];
      Arrays.setAll(doubles[i], k -> row[k]);
    }
    return fit(labels, doubles);
  }

  /** The probabilities after scaling by T, their logarithms taken for logits. */
  public static Predictions scale(Predictions predictions, double temperature) {
    double[][] logits = logarithms(predictions);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Predictions.softmax(logits[i], 1 / temperature);
    }
    return new Predictions(predictions.labels(), logits);
  }

  private static double[][] logarithms(Predictions predictions) {
    return Arrays.stream(predictions.probabilities())
        .map(row -> Arrays.stream(row).map(Math::log).toArray())
        .toArray(double[][]::new);
  }

  /** Slope of the loss in 1 / T, which rises throughout: the loss is convex in it. */
  private static double slope(int[] labels, double[][] logits, double inverse) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] p = Predictions.softmax(logits[i], inverse);
      for (int k = 0; k < p.length; k++) {
        if (p[k] > 0) {
          sum += p[k] * logits[i][k];
        }
      }
      sum -= logits[i][labels[i]];
    }
    return sum;
  }
}
