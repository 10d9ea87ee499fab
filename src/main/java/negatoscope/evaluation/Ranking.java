package negatoscope.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well scores put positives before negatives. Built once from scores and truth; every figure
 * then follows from the counts at each distinct score, falling.
 */
public final class Ranking {
  private final double[] thresholds;
  private final long[] truePositives;
  private final long[] falsePositives;
  private final long positives;
  private final long negatives;

  private Ranking(double[] thresholds, long[] truePositives, long[] falsePositives) {
    this.thresholds = thresholds;
    this.truePositives = truePositives;
    this.falsePositives = falsePositives;
    int last = thresholds.length - 1;
    positives = last < 0 ? 0 : truePositives[last];
    negatives = last < 0 ? 0 : falsePositives[last];
  }

  /** A receiver operating characteristic; the first point is (0, 0) with an infinite threshold. */
  public record Roc(double[] threshold, double[] falsePositiveRate, double[] truePositiveRate) {}

  /** Precision and recall at each distinct score, falling; without the end point (1, 0). */
  public record PrecisionRecall(double[] threshold, double[] precision, double[] recall) {}

  /** Ranks films by score. */
  public static Ranking of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException("scores and truth differ in length");
    }
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
    double[] thresholds = new double[scores.length];
    long[] hits = new long[scores.length];
    long[] alarms = new long[scores.length];
    int steps = 0;
    long hit = 0;
    long alarm = 0;
    for (int i = 0; i < order.length; i++) {
      if (positive[order[i]]) {
        hit++;
      } else {
        alarm++;
      }
      if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
        thresholds[steps] = scores[order[i]];
        hits[steps] = hit;
        alarms[steps] = alarm;
        steps++;
      }
    }
    return new Ranking(
        Arrays.copyOf(thresholds, steps), Arrays.copyOf(hits, steps), Arrays.copyOf(alarms, steps));
  }

  /**
   * Area under the receiver operating characteristic: the share of pairs of a positive and a
   * negative in which the positive scores higher, a tie counting one half; NaN without both.
   */
  public double auc() {
    if (positives == 0 || negatives == 0) {
      return Double.NaN;
    }
    double twice = 0;
    long hitsBefore = 0;
    long alarmsBefore = 0;
    for (int i = 0; i < thresholds.length; i++) {
      long alarms = falsePositives[i] - alarmsBefore;
      twice += (double) alarms * (hitsBefore + truePositives[i]);
      hitsBefore = truePositives[i];
      alarmsBefore = falsePositives[i];
    }
    return twice / 2 / positives / negatives;
  }

  /**
   * Average precision: the sum over the distinct scores, falling, of (recall − previous recall) ×
   * precision, without interpolation; NaN without a positive.
   */
  public double averagePrecision() {
    if (positives == 0) {
      return Double.NaN;
    }
    double sum = 0;
    long before = 0;
    for (int i = 0; i < thresholds.length; i++) {
      sum += (double) (truePositives[i] - before) / positives * precision(i);
      before = truePositives[i];
    }
    return sum;
  }

  /** The curve: positive if score ≥ threshold, one point per distinct score. */
  public Roc roc() {
    int points = thresholds.length + 1;
    double[] threshold = new double[points];
    double[] falseRate = new double[points];
    double[] trueRate = new double[points];
    threshold[0] = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points; i++) {
      threshold[i] = thresholds[i - 1];
      falseRate[i] = (double) falsePositives[i - 1] / negatives;
      trueRate[i] = (double) truePositives[i - 1] / positives;
    }
    return new Roc(threshold, falseRate, trueRate);
  }

  /** The curve of precision against recall. */
  public PrecisionRecall precisionRecall() {
    double[] precision = new double[thresholds.length];
    double[] recall = new double[thresholds.length];
    for (int i = 0; i < thresholds.length; i++) {
      precision[i] = precision(i);
      recall[i] = (double) truePositives[i] / positives;
    }
    return new PrecisionRecall(thresholds.clone(), precision, recall);
  }

  private double precision(int step) {
    return (double) truePositives[step] / (truePositives[step] + falsePositives[step]);
  }
}
