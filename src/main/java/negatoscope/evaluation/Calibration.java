package negatoscope.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether probabilities mean what they say. */
public final class Calibration {
  /** Bins of equal width over the confidence. */
  public static final int BINS = 15;

  private static final double LEAST = 0x1p-52;

  private Calibration() {}

  /**
   * One bin of a reliability diagram.
   *
   * @param count films in it
   * @param accuracy share of them that are right; NaN where there are none
   * @param confidence their mean largest probability; NaN where there are none
   */
  public record Bin(int count, double accuracy, double confidence) {
    /** How far confidence and accuracy are apart; 0 for an empty bin. */
    public double gap() {
      return count == 0 ? 0 : Math.abs(accuracy - confidence);
    }
  }

  /** Mean of −ln(probability of the truth), probabilities clipped to [2⁻⁵², 1 − 2⁻⁵²]. */
  public static double logLoss(Predictions predictions) {
    double sum = 0;
    for (int i = 0; i < predictions.count(); i++) {
      double p = predictions.probabilities()[i][predictions.labels()[i]];
      sum -= Math.log(Math.min(Math.max(p, LEAST), 1 - LEAST));
    }
    return sum / predictions.count();
  }

  /** Mean over the films of (p − y)² of one class; the sum over the classes is the Brier score. */
  public static double brier(Predictions predictions, int ofClass) {
    double sum = 0;
    for (int i = 0; i < predictions.count(); i++) {
      double truth = predictions.labels()[i] == ofClass ? 1 : 0;
      double difference = predictions.probabilities()[i][ofClass] - truth;
      sum += difference * difference;
    }
    return sum / predictions.count();
  }

  /** The reliability diagram: bin j holds the films with confidence in (j/15, (j + 1)/15]. */
  public static List<Bin> bins(Predictions predictions) {
    int[] counts = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (int i = 0; i < predictions.count(); i++) {
      int predicted = predictions.predicted(i);
      double largest = predictions.probabilities()[i][predicted];
      int bin = 0;
      while (bin < BINS - 1 && largest > (bin + 1) / (double) BINS) {
        bin++;
      }
      counts[bin]++;
      confidence[bin] += largest;
      if (predicted == predictions.labels()[i]) {
        right[bin]++;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int j = 0; j < BINS; j++) {
      bins.add(
          counts[j] == 0
              ? new Bin(0, Double.NaN, Double.NaN)
              : new Bin(counts[j], (double) right[j] / counts[j], confidence[j] / counts[j]));
    }
    return bins;
  }

  /** Expected calibration error: the bins' gaps, weighted by their films. */
  public static double expectedError(List<Bin> bins) {
    int films = bins.stream().mapToInt(Bin::count).sum();
    return bins.stream().mapToDouble(bin -> bin.gap() * bin.count() / films).sum();
  }

  /** Maximum calibration error: the largest gap. */
  public static double maximumError(List<Bin> bins) {
    return bins.stream().mapToDouble(Bin::gap).max().orElse(0);
  }
}
