package negatoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.library.SampleCards;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.Randomised;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;

/**
 * Answers by the film's size, on a thread of its own: films of 64 pixels are pneumonia, narrower
 * ones are unlike the training films, and those of 40 break the engine.
 */
final class FakeClassifier implements Classifier {
  static final int BREAKS = 40;

  private final ExecutorService engine = Executors.newSingleThreadExecutor();
  private final ModelCard card;
  private final List<Double> probabilities;
  private boolean closed;

  /** Classes whose heat maps show nothing. */
  Set<String> empty = Set.of();

  FakeClassifier() {
    this("fake-model", List.of(0.125, 0.75, 0.125));
  }

  FakeClassifier(String name, List<Double> probabilities) {
    this(SampleCards.full(name), probabilities);
  }

  FakeClassifier(ModelCard card, List<Double> probabilities) {
    this.card = card;
    this.probabilities = probabilities;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation) {
    return CompletableFuture.supplyAsync(() -> answer(film, methods), engine);
  }

  private Classification answer(Film film, Set<CamMethod> methods) {
    if (film.width() == BREAKS) {
      throw new Failure(ErrorCode.NOT_FINITE, "The network gave no number.", "Try another model.");
    }
    List<HeatMap> maps = new ArrayList<>();
    TensorGeometry geometry = TensorGeometry.of(film.width(), film.height(), TensorOptions.DEFAULT);
    for (CamMethod method : methods) {
      for (String name : card.classes()) {
        float[] values = empty.contains(name) ? new float[4] : new float[] {0, 1, 2, 3};
        maps.add(new HeatMap(name, method, 2, 2, values, geometry));
      }
    }
    return new Classification(
        card.classes(),
        probabilities,
        List.of(0.0, 2.0, 0.0),
        maps,
        film.width() < 64
            ? List.of(new FilmWarning(FilmWarning.Code.UNLIKE_TRAINING, "It is unlike others."))
            : List.of(),
        card.thresholds(),
        card.name(),
        card.id(),
        12.5);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(
        new Faithfulness(0.25, 0.75, 0.5, 0.5, List.of(0.75, 0.1), List.of(0.1, 0.75)));
  }

  @Override
  public CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(
        new SanityCheck(0.125, true, List.of(new SanityCheck.Stage(Randomised.HEAD, 0.125))));
  }

  @Override
  public void close() {
    closed = true;
    engine.shutdown();
  }
}
