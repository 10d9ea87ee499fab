package negatoscope.command.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/**
 * Checks the heat maps of an answer, by every method.
 *
 * @param classes of which classes
 */
record HeatMapChecks(ClassChoice classes, Progress progress) {
  /** The maps that the network has to make. */
  Set<CamMethod> methods() {
    return EnumSet.allOf(CamMethod.class);
  }

  /**
   * Waits for the checks of one film.
   *
   * @throws java.util.concurrent.CompletionException with the {@link negatoscope.task.Failure} of a
   *     check
   */
  List<Explanation> of(Classifier classifier, Film film, Classification answer) {
    List<Explanation> explanations = new ArrayList<>();
    for (String className : classes.of(answer)) {
      for (CamMethod method : methods()) {
        HeatMap map = answer.heatMap(className, method).orElseThrow();
        explanations.add(
            new Explanation(
                className,
                method,
                map.empty() ? Optional.empty() : Optional.of(figures(classifier, film, map))));
      }
    }
    return explanations;
  }

  private Explanation.Figures figures(Classifier classifier, Film film, HeatMap map) {
    Cancellation never = new Cancellation();
    CompletableFuture<Faithfulness> faithfulness =
        classifier.faithfulness(film, map, progress, never);
    CompletableFuture<SanityCheck> sanity =
        classifier.sanity(film, map.method(), map.className(), progress, never);
    return new Explanation.Figures(faithfulness.join(), sanity.join());
  }
}
