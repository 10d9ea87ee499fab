package negatoscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How figures differ from fold to fold.
 *
 * @param all by figure; one value, or one a class
 */
public record FoldSpread(Map<Figure, List<Spread>> all) {
  /**
   * Mean and standard deviation of a figure over the folds where it is defined.
   *
   * @param mean NaN where there is no such fold
   * @param deviation of the sample (n − 1); NaN of less than two folds
   */
  public record Spread(double mean, double deviation) {
    static Spread of(double[] values) {
      double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
      double mean = Arrays.stream(defined).average().orElse(Double.NaN);
      double squares = Arrays.stream(defined).map(v -> (v - mean) * (v - mean)).sum();
      return new Spread(
          mean, defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1)));
    }
  }

  /** Copies the map. */
  public FoldSpread {
    all = Collections.unmodifiableMap(new EnumMap<>(all));
  }

  /** Of a figure, the first class's where it has one a class. */
  public Spread get(Figure figure) {
    return list(figure).get(0);
  }

  /** Of a figure, one or one a class. */
  public List<Spread> list(Figure figure) {
    return Objects.requireNonNull(all.get(figure));
  }

  /** Of the figures of each fold. */
  public static FoldSpread of(List<Figures> folds) {
    Map<Figure, List<Spread>> all = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      List<Spread> spreads = new ArrayList<>();
      for (int k = 0; k < figure.of(folds.get(0)).length; k++) {
        int at = k;
        spreads.add(Spread.of(folds.stream().mapToDouble(f -> figure.of(f)[at]).toArray()));
      }
      all.put(figure, List.copyOf(spreads));
    }
    return new FoldSpread(all);
  }
}
