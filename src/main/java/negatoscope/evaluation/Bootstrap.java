package negatoscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by resampling whole groups (patients) with replacement, percentile method: films of one
 * patient are alike, so that resampling single films would make every interval too narrow.
 *
 * <p>Every figure asked of one object sees the same resamples; the difference of two classifiers
 * judged on the same films is therefore paired when it is computed inside one figure.
 */
public final class Bootstrap {
  private final int[] all;
  private final List<int[]> resamples = new ArrayList<>();

  private Bootstrap(List<int[]> groups, int films, int count, long seed) {
    all = new int[films];
    Arrays.setAll(all, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < count; draw++) {
      int[][] drawn = new int[groups.size()][];
      for (int g = 0; g < drawn.length; g++) {
        drawn[g] = groups.get(random.nextInt(groups.size()));
      }
      resamples.add(Arrays.stream(drawn).flatMapToInt(Arrays::stream).toArray());
    }
  }

  /**
   * Prepares the resamples.
   *
   * @param groups the group of each film
   * @param count how many resamples; 1000 is usual
   */
  public static Bootstrap byGroup(List<String> groups, int count, long seed) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      members.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
    }
    List<int[]> rows =
        members.values().stream()
            .map(films -> films.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    return new Bootstrap(rows, groups.size(), count, seed);
  }

  /**
   * The 95 % interval of a figure.
   *
   * @param figure of the films at the given rows (a row may come more than once); resamples for
   *     which it is NaN are left out
   */
  public Interval interval(ToDoubleFunction<int[]> figure) {
    return intervals(rows -> new double[] {figure.applyAsDouble(rows)}).get(0);
  }

  /**
   * The 95 % intervals of several figures that are computed together.
   *
   * @param figures of the films at the given rows; always the same number of them
   */
  public List<Interval> intervals(Function<int[], double[]> figures) {
    double[] values = figures.apply(all);
    double[][] drawn = resamples.stream().map(figures).toArray(double[][]::new);
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int at = i;
      double[] sorted =
          Arrays.stream(drawn)
              .mapToDouble(resample -> resample[at])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      intervals.add(new Interval(values[i], percentile(sorted, 0.025), percentile(sorted, 0.975)));
    }
    return intervals;
  }

  /** The 95 % interval of a figure of one classifier minus that of another on the same films. */
  public Interval difference(
      Predictions first, Predictions second, ToDoubleFunction<Predictions> figure) {
    if (!Arrays.equals(first.labels(), second.labels())) {
      throw new IllegalArgumentException("the two do not judge the same films");
    }
    return interval(
        rows -> figure.applyAsDouble(first.rows(rows)) - figure.applyAsDouble(second.rows(rows)));
  }

  /** The percentile with linear interpolation between the neighbours; NaN of nothing. */
  private static double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
