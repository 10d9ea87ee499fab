package negatoscope.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every {@link Figure} with its 95 % interval: one interval, or one a class.
 *
 * @param all by figure; every figure is there
 */
public record FigureIntervals(Map<Figure, List<Interval>> all) {
  /** Copies the map. */
  public FigureIntervals {
    all = Collections.unmodifiableMap(new EnumMap<>(all));
  }

  /** The intervals of one classifier. A resample without films of a class tells nothing of it. */
  public static FigureIntervals of(Predictions predictions, Bootstrap bootstrap) {
    return split(
        bootstrap.intervals(rows -> values(predictions.rows(rows))), predictions.classes());
  }

  /** The intervals of the first classifier's figures minus the second's, on the same films. */
  public static FigureIntervals difference(
      Predictions first, Predictions second, Bootstrap bootstrap) {
    if (!Arrays.equals(first.labels(), second.labels())) {
      throw new IllegalArgumentException("the two do not judge the same films");
    }
    return split(
        bootstrap.intervals(
            rows -> {
              double[] values = values(first.rows(rows));
              double[] others = values(second.rows(rows));
              Arrays.setAll(values, i -> values[i] - others[i]);
              return values;
            }),
        first.classes());
  }

  /** The interval of a figure of the whole. */
  public Interval get(Figure figure) {
    return get(figure, 0);
  }

  /** The interval of a figure of one class. */
  public Interval get(Figure figure, int ofClass) {
    return list(figure).get(ofClass);
  }

  /** The interval of a figure, or one a class. */
  public List<Interval> list(Figure figure) {
    return Objects.requireNonNull(all.get(figure));
  }

  private static double[] values(Predictions predictions) {
    Figures figures = Figures.of(predictions);
    return Arrays.stream(Figure.values())
        .flatMapToDouble(figure -> Arrays.stream(values(figure, figures)))
        .toArray();
  }

  private static double[] values(Figure figure, Figures figures) {
    double[] values = figure.of(figures).clone();
    if (figure.needsFilms()) {
      Arrays.setAll(values, k -> figures.support()[k] == 0 ? Double.NaN : values[k]);
    }
    return values;
  }

  private static FigureIntervals split(List<Interval> intervals, int classes) {
    Map<Figure, List<Interval>> all = new EnumMap<>(Figure.class);
    int at = 0;
    for (Figure figure : Figure.values()) {
      int count = figure.kind() == Figure.Kind.CLASS ? classes : 1;
      all.put(figure, List.copyOf(intervals.subList(at, at + count)));
      at += count;
    }
    return new FigureIntervals(all);
  }
}
