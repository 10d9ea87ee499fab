package negatoscope.evaluation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How often each class was taken for each: rows truth, columns prediction.
 *
 * @param counts {@code [classes][classes]}; owned by this record, not to be changed
 */
public record Confusion(int[][] counts) {
  /** Counts labels against predicted classes. */
  public static Confusion of(int[] labels, int[] predicted, int classes) {
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]][predicted[i]]++;
    }
    return new Confusion(counts);
  }

  /** Counts the truth of predictions against their most probable classes. */
  public static Confusion of(Predictions predictions) {
    return of(predictions.labels(), predictions.predicted(), predictions.classes());
  }

  /** How many classes. */
  public int classes() {
    return counts.length;
  }

  /** How many films. */
  public int total() {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).sum();
  }

  /** Films of a class. */
  public int support(int k) {
    return Arrays.stream(counts[k]).sum();
  }

  /** Films taken for a class. */
  public int predicted(int k) {
    return Arrays.stream(counts).mapToInt(row -> row[k]).sum();
  }

  /** Share of films that were taken for what they are. */
  public double accuracy() {
    return ratio(trace(), total());
  }

  /** Mean recall of the classes that have films. */
  public double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int k = 0; k < classes(); k++) {
      if (support(k) > 0) {
        sum += recall(k);
        present++;
      }
    }
    return present == 0 ? 0 : sum / present;
  }

  /** TP / (TP + FP) of one class against the rest. */
  public double precision(int k) {
    return ratio(counts[k][k], predicted(k));
  }

  /** TP / (TP + FN) of one class against the rest. */
  public double recall(int k) {
    return ratio(counts[k][k], support(k));
  }

  /** TN / (TN + FP) of one class against the rest. */
  public double specificity(int k) {
    int others = total() - support(k);
    return ratio(others - (predicted(k) - counts[k][k]), others);
  }

  /** 2 TP / (2 TP + FP + FN) of one class against the rest. */
  public double f1(int k) {
    return ratio(2L * counts[k][k], (long) support(k) + predicted(k));
  }

  /**
   * Cohen's kappa, unweighted (Cohen 1960): agreement beyond what the margins give by chance; NaN
   * where chance already agrees throughout.
   */
  public double kappa() {
    double n = total();
    double observed = trace() / n;
    double chance = 0;
    for (int k = 0; k < classes(); k++) {
      chance += support(k) / n * (predicted(k) / n);
    }
    return chance == 1 ? Double.NaN : (observed - chance) / (1 - chance);
  }

  /** A figure of every class. */
  double[] perClass(IntToDoubleFunction figure) {
    double[] all = new double[classes()];
    Arrays.setAll(all, figure);
    return all;
  }

  private long trace() {
    long sum = 0;
    for (int k = 0; k < classes(); k++) {
      sum += counts[k][k];
    }
    return sum;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
