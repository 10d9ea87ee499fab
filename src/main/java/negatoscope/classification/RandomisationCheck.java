package negatoscope.classification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import negatoscope.evaluation.RankCorrelation;
import negatoscope.network.CamMethod;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.tensor.FilmTensor;

/** Makes the {@link SanityCheck}: {@link #SEEDS} networks a stage, opened one after the other. */
final class RandomisationCheck extends Check<SanityCheck> {
  /** Networks drawn for each stage. */
  static final int SEEDS = 5;

  private static final List<Randomised> CASCADE = List.of(Randomised.values());

  /** Opens the model with randomised weights. */
  @FunctionalInterface
  interface Opener {
    ServingModel open(Randomised what, long seed);
  }

  private final FilmTensor film;
  private final CamMethod method;
  private final int classIndex;
  private final Opener opener;
  private final Map<Randomised, List<Double>> similarities = new EnumMap<>(Randomised.class);
  private double[] trained = new double[0];

  /** A check of the map that one class and method get for a film. */
  RandomisationCheck(
      FilmTensor film,
      CamMethod method,
      int classIndex,
      Opener opener,
      Progress progress,
      Cancellation cancellation) {
    super("Randomising the network", 1 + SEEDS * CASCADE.size(), progress, cancellation);
    this.film = film;
    this.method = method;
    this.classIndex = classIndex;
    this.opener = opener;
  }

  @Override
  void run(int step, ServingModel served) {
    if (step == 0) {
      trained = map(served);
      return;
    }
    Randomised what = CASCADE.get((step - 1) / SEEDS);
    try (ServingModel randomised = opener.open(what, step)) {
      similarities
          .computeIfAbsent(what, none -> new ArrayList<>())
          .add(similarity(trained, map(randomised)));
    }
  }

  private double[] map(ServingModel network) {
    float[][][] maps =
        Objects.requireNonNull(
            network.run(film.values(), 1, Set.of(method)).cams().get(method), "no maps");
    double[] map = new double[maps[0][classIndex].length];
    for (int i = 0; i < map.length; i++) {
      map[i] = maps[0][classIndex][i];
    }
    return map;
  }

  /** See {@link SanityCheck} for maps that have no ranks. */
  static double similarity(double[] trained, double[] randomised) {
    for (double value : randomised) {
      if (!Double.isFinite(value)) {
        return 0;
      }
    }
    double correlation = RankCorrelation.spearman(trained, randomised);
    if (Double.isNaN(correlation)) {
      return same(trained) && same(randomised) ? 1 : 0;
    }
    return correlation;
  }

  private static boolean same(double[] map) {
    for (double value : map) {
      if (value != map[0]) {
        return false;
      }
    }
    return true;
  }

  @Override
  SanityCheck result() {
    List<SanityCheck.Stage> stages = new ArrayList<>();
    similarities.forEach(
        (what, each) ->
            stages.add(
                new SanityCheck.Stage(
                    what, each.stream().mapToDouble(x -> x).average().orElseThrow())));
    return SanityCheck.of(stages);
  }
}
