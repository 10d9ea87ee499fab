package negatoscope.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The AUC of many resamples of the same films: each class's scores are sorted once, and a resample
 * only says how often each film counts. Equals {@link Figures#macroAuc} of the resampled rows.
 */
public final class ResampledAuc {
  private final Predictions predictions;
  private final int[][] orders;

  private ResampledAuc(Predictions predictions, int[][] orders) {
    this.predictions = predictions;
    this.orders = orders;
  }

  /** Sorts the films by the scores of every class. */
  public static ResampledAuc of(Predictions predictions) {
    int[][] orders = new int[predictions.classes()][];
    for (int k = 0; k < orders.length; k++) {
      double[] scores = predictions.scores(k);
      Integer[] order = new Integer[scores.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]));
      orders[k] = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
    return new ResampledAuc(predictions, orders);
  }

  /**
   * The mean over the classes of the AUC of one against the rest.
   *
   * @param rows films; one may come more than once
   * @return NaN where no class has films both in and out of it
   */
  public double macro(int[] rows) {
    int[] times = times(rows);
    double sum = 0;
    int defined = 0;
    for (int k = 0; k < orders.length; k++) {
      double auc = auc(k, times);
      if (!Double.isNaN(auc)) {
        sum += auc;
        defined++;
      }
    }
    return defined == 0 ? Double.NaN : sum / defined;
  }

  /**
   * The AUC of one class against the rest.
   *
   * @param rows films; one may come more than once
   * @return NaN without films both in and out of the class
   */
  public double ofClass(int ofClass, int[] rows) {
    return auc(ofClass, times(rows));
  }

  private int[] times(int[] rows) {
    int[] times = new int[predictions.count()];
    for (int row : rows) {
      times[row]++;
    }
    return times;
  }

  private double auc(int ofClass, int[] times) {
    int[] order = orders[ofClass];
    double positives = 0;
    double negatives = 0;
    double twice = 0;
    int first = 0;
    while (first < order.length) {
      double score = predictions.probabilities()[order[first]][ofClass];
      double hits = 0;
      double alarms = 0;
      int next = first;
      while (next < order.length && predictions.probabilities()[order[next]][ofClass] == score) {
        if (predictions.labels()[order[next]] == ofClass) {
          hits += times[order[next]];
        } else {
          alarms += times[order[next]];
        }
        next++;
      }
      twice += hits * (2 * negatives + alarms);
      positives += hits;
      negatives += alarms;
      first = next;
    }
    return positives == 0 || negatives == 0 ? Double.NaN : twice / 2 / positives / negatives;
  }
}
