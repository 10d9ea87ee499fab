package negatoscope.training.scan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One column of values as a few numbered groups: a text each, or numbers between quantiles. What
 * the groups are is learned from some rows only.
 */
final class Bins {
  private static final int QUANTILES = 8;

  private final Map<Object, Integer> texts = new LinkedHashMap<>();
  private double[] edges = {};
  private boolean numbers;

  /** The groups of the values at some rows. */
  static Bins of(List<?> column, int[] rows) {
    Bins bins = new Bins();
    bins.numbers = column.stream().allMatch(Number.class::isInstance);
    if (bins.numbers) {
      double[] sorted = Arrays.stream(rows).mapToDouble(r -> number(column, r)).sorted().toArray();
      double[] edges = new double[QUANTILES - 1];
      for (int i = 0; i < edges.length && sorted.length > 0; i++) {
        edges[i] = sorted[(i + 1) * (sorted.length - 1) / QUANTILES];
      }
      bins.edges = Arrays.stream(edges).distinct().toArray();
    } else {
      for (int row : rows) {
        bins.texts.putIfAbsent(column.get(row), bins.texts.size());
      }
    }
    return bins;
  }

  private static double number(List<?> column, int row) {
    return column.get(row) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** How many groups there are; the last one is for texts not seen before. */
  int count() {
    return numbers ? edges.length + 1 : texts.size() + 1;
  }

  /** The group of a value. */
  int of(Object value) {
    if (!(numbers && value instanceof Number number)) {
      return texts.getOrDefault(value, texts.size());
    }
    int bin = 0;
    while (bin < edges.length && number.doubleValue() > edges[bin]) {
      bin++;
    }
    return bin;
  }
}
