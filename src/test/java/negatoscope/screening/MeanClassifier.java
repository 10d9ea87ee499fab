package negatoscope.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.EmbeddingGate;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.library.SampleCards;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;

/**
 * Answers by a film's first grey value, on a thread of its own: the brighter, the more normal.
 * Films of {@link #FAR} pixels are none of the chest, films of {@link #BREAKS} break the engine.
 */
final class MeanClassifier implements Classifier {
  static final int FAR = 50;
  static final int BREAKS = 40;

  private final ModelCard card;
  private final int milliseconds;
  private final Optional<Path> log;
  private final ExecutorService engine = Executors.newSingleThreadExecutor();

  /** Names of the files that it was asked about. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  MeanClassifier(String name) {
    this(name, 0, Optional.empty());
  }

  /**
   * A classifier.
   *
   * @param milliseconds that it takes for a film
   * @param log where names of films are written that it was asked about
   */
  MeanClassifier(String name, int milliseconds, Optional<Path> log) {
    this.card = SampleCards.full(name);
    this.milliseconds = milliseconds;
    this.log = log;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation) {
    String name = String.valueOf(film.provenance().file().getFileName());
    asked.add(name);
    log.ifPresent(file -> write(file, name));
    return CompletableFuture.supplyAsync(() -> answer(film, methods), engine);
  }

  private static synchronized void write(Path file, String name) {
    try {
      Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Classification answer(Film film, Set<CamMethod> methods) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (film.width() == BREAKS) {
      throw new Failure(ErrorCode.NOT_FINITE, "The network gave no number.", "Try another model.");
    }
    double normal = film.samples().at(0) / 256.0;
    List<HeatMap> maps = new ArrayList<>();
    TensorGeometry geometry = TensorGeometry.of(film.width(), film.height(), card.tensorOptions());
    for (CamMethod method : methods) {
      for (String name : card.classes()) {
        maps.add(new HeatMap(name, method, 2, 2, new float[] {0, 1, 2, 3}, geometry));
      }
    }
    List<Double> probabilities = List.of((1 - normal) / 4, 3 * (1 - normal) / 4, normal);
    return new Classification(
        card.classes(),
        probabilities,
        probabilities,
        maps,
        List.of(),
        card.thresholds(),
        card.name(),
        card.id(),
        12.5,
        film.width() == FAR ? EmbeddingGate.Verdict.FAR : EmbeddingGate.Verdict.ALIKE);
  }

  @Override
  public CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    engine.shutdown();
  }
}
