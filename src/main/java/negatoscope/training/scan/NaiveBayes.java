package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * A tiny classifier: the product of how usual each value is among the films of a class. It knows
 * nothing but the few columns it is given.
 */
final class NaiveBayes {
  private final List<Bins> bins = new ArrayList<>();
  private final List<double[][]> logShares = new ArrayList<>();
  private final double[] logPriors;

  /**
   * Learns from some rows.
   *
   * @param columns values by column, then row
   * @param labels the class of each row
   */
  NaiveBayes(List<List<?>> columns, int[] labels, int classes, int[] rows) {
    double[] counts = new double[classes];
    for (int row : rows) {
      counts[labels[row]]++;
    }
    logPriors = new double[classes];
    for (int k = 0; k < classes; k++) {
      logPriors[k] = Math.log((counts[k] + 1) / (rows.length + classes));
    }
    for (List<?> column : columns) {
      Bins of = Bins.of(column, rows);
      double[][] shares = new double[classes][of.count()];
      for (int row : rows) {
        shares[labels[row]][of.of(column.get(row))]++;
      }
      for (int k = 0; k < classes; k++) {
        for (int bin = 0; bin < of.count(); bin++) {
          shares[k][bin] = Math.log((shares[k][bin] + 0.5) / (counts[k] + 0.5 * of.count()));
        }
      }
      bins.add(of);
      logShares.add(shares);
    }
  }

  /** The probability of each class for one row. */
  double[] probabilities(List<List<?>> columns, int row) {
    double[] scores = logPriors.clone();
    for (int c = 0; c < bins.size(); c++) {
      int bin = bins.get(c).of(columns.get(c).get(row));
      for (int k = 0; k < scores.length; k++) {
        scores[k] += logShares.get(c)[k][bin];
      }
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k]);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }
}
