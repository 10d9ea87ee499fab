package negatoscope.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import negatoscope.tensor.Thumbnail.Picture;

/**
 * Fits the rule that tells films of which a part was cut away. Its limit is set on films that the
 * fit has not seen: each fold by a fit on the others.
 */
final class CutOffFit {
  private static final double PENALTY = 30;

  private final List<List<Picture>> folds;

  /**
   * A fit.
   *
   * @param folds whole frontal films, all those of a patient in one of at least two folds
   */
  CutOffFit(List<List<Picture>> folds) {
    this.folds = folds;
  }

  /**
   * The rule for films with a part cut away.
   *
   * @param pass share of whole films that it lets pass
   */
  SymmetryRule of(MadeCut cut, double pass, Random random) {
    List<List<double[]>> whole = new ArrayList<>();
    List<List<double[]>> parts = new ArrayList<>();
    for (List<Picture> fold : folds) {
      List<double[]> some = new ArrayList<>();
      List<double[]> others = new ArrayList<>();
      for (Picture film : fold) {
        for (Picture one :
            List.of(film, MadeViews.shaken(film, random), MadeViews.shaken(film, random))) {
          some.add(Thumbnail.of(one).symmetry());
        }
        others.add(Thumbnail.of(cut.of(film, random)).symmetry());
        others.add(Thumbnail.of(MadeViews.shaken(cut.of(film, random), random)).symmetry());
      }
      whole.add(some);
      parts.add(others);
    }
    double[] held =
        IntStream.range(0, folds.size())
            .boxed()
            .flatMapToDouble(
                fold -> {
                  SymmetryRule rule = fit(whole, parts, fold);
                  return folds.get(fold).stream()
                      .mapToDouble(film -> rule.logOdds(Thumbnail.of(film).symmetry()));
                })
            .sorted()
            .toArray();
    double limit = held[Math.min(held.length - 1, (int) Math.ceil(pass * held.length))];
    SymmetryRule all = fit(whole, parts, -1);
    return new SymmetryRule(all.weights(), all.bias(), limit);
  }

  /** Fits on all folds but one. */
  private static SymmetryRule fit(
      List<List<double[]>> whole, List<List<double[]>> parts, int without) {
    double[] weights = LogisticFit.fit(flat(parts, without), flat(whole, without), PENALTY, true);
    return new SymmetryRule(
        Arrays.copyOf(weights, weights.length - 1), weights[weights.length - 1], 0);
  }

  private static List<double[]> flat(List<List<double[]>> folds, int without) {
    return IntStream.range(0, folds.size())
        .filter(fold -> fold != without)
        .mapToObj(folds::get)
        .flatMap(List::stream)
        .toList();
  }
}
