package negatoscope.training.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.Randomised;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;

/**
 * Answers at once, by the grey of the film's middle: dark, medium and bright are the three classes;
 * half black and half of a class where the middle was blacked out. All heat is in the middle.
 */
public final class CentreClassifier implements Classifier {
  private final ModelCard card;
  private final int shift;

  /**
   * A classifier.
   *
   * @param shift added to the class of every tenth grey, so that some answers are wrong
   */
  public CentreClassifier(ModelCard card, int shift) {
    this.card = card;
    this.shift = shift;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation) {
    int grey = film.samples().at(Math.floorDiv(film.height(), 2) * film.width() + film.width() / 2);
    int said = Math.min(2, Math.floorDiv(grey, 86));
    if (grey % 10 == 0 && grey > 0) {
      said = (said + shift) % 3;
    }
    List<Double> probabilities = new ArrayList<>(List.of(0.1, 0.1, 0.1));
    probabilities.set(said, 0.8);
    TensorGeometry geometry = TensorGeometry.of(film.width(), film.height(), TensorOptions.DEFAULT);
    List<HeatMap> maps = new ArrayList<>();
    for (CamMethod method : methods) {
      for (String name : card.classes()) {
        float[] heat = {0, 0, 0, 0, 1, 0, 0, 0, 0};
        maps.add(new HeatMap(name, method, 3, 3, heat, geometry));
      }
    }
    return CompletableFuture.completedFuture(
        new Classification(
            card.classes(),
            probabilities,
            List.of(0.0, 0.0, 0.0),
            maps,
            List.of(new FilmWarning(FilmWarning.Code.SMALL_FILM, "It is small.")),
            Map.of(),
            card.name(),
            card.id(),
            1));
  }

  @Override
  public CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(
        new SanityCheck(0.125, true, List.of(new SanityCheck.Stage(Randomised.HEAD, 0.125))));
  }

  @Override
  public void close() {}
}
