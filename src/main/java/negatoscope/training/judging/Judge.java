package negatoscope.training.judging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.PatientSource;
import negatoscope.training.films.Ahead;
import negatoscope.training.films.FilmPool;
import negatoscope.training.films.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Asks one or more models about films with labels. Each film is read once for all models; one that
 * cannot be read or answered becomes a row with its failure.
 */
public final class Judge implements AutoCloseable {
  /** Films read ahead: some full batches. */
  private static final int DEPTH = 32;

  private final List<Classifier> models;
  private final Function<Path, Film> reader;
  private final Ledger ledger;
  private final Cancellation cancellation;
  private final ExecutorService pool = FilmPool.start();

  /**
   * A judge.
   *
   * @param models with the same classes in the same order
   * @param reader opens a film; called from two threads
   * @param ledger told of every film
   */
  public Judge(
      List<? extends Classifier> models,
      Function<Path, Film> reader,
      Ledger ledger,
      Cancellation cancellation) {
    this.models = List.copyOf(models);
    this.reader = reader;
    this.ledger = ledger;
    this.cancellation = cancellation;
  }

  /** A film whose answers are awaited, or that failed before. */
  private record Asked(
      LabelledFilm film,
      List<CompletableFuture<Classification>> answers,
      @Nullable Failure failure) {}

  /**
   * Asks about films.
   *
   * @param change made to each film before it becomes a tensor
   * @param maps whether to make heat maps too
   * @param message says what it is for
   * @return in the order of the films
   * @throws CancellationException if the work was asked to stop
   */
  public List<JudgedFilm> ask(
      List<LabelledFilm> films, UnaryOperator<Film> change, boolean maps, String message) {
    Set<CamMethod> methods = maps ? Set.of(CamMethod.GRADCAM) : Set.of();
    List<JudgedFilm> judged = new ArrayList<>();
    try (Ahead<Asked> ahead =
        new Ahead<>(
            pool, DEPTH, films.size(), i -> start(films.get(i), change, methods), cancellation)) {
      while (judged.size() < films.size()) {
        judged.add(finish(ahead.next()));
        ledger.add(1, message);
      }
    }
    return judged;
  }

  private Asked start(LabelledFilm film, UnaryOperator<Film> change, Set<CamMethod> methods) {
    try {
      Film opened = reader.apply(film.file());
      Film changed = change.apply(opened);
      return new Asked(
          known(film, opened),
          models.stream().map(model -> model.classify(changed, methods, cancellation)).toList(),
          null);
    } catch (RuntimeException e) {
      return new Asked(film, List.of(), Failure.of(e));
    }
  }

  /** With what the file itself says where the table is silent. */
  private static LabelledFilm known(LabelledFilm film, Film opened) {
    String patient = opened.provenance().patientId().strip();
    LabelledFilm known =
        film.patientSource() == PatientSource.FILM && !patient.isEmpty()
            ? film.of(patient, PatientSource.DICOM)
            : film;
    return known.view().isEmpty() && opened.view() != ViewPosition.UNKNOWN
        ? known.seenFrom(opened.view().name())
        : known;
  }

  private JudgedFilm finish(Asked asked) {
    if (asked.failure() != null) {
      return new JudgedFilm(asked.film(), List.of(), asked.failure());
    }
    try {
      List<JudgedFilm.Answer> answers =
          asked.answers().stream().map(awaited -> answer(awaited.join())).toList();
      return new JudgedFilm(asked.film(), answers, null);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return new JudgedFilm(asked.film(), List.of(), Failure.of(e));
    }
  }

  private static JudgedFilm.Answer answer(Classification classification) {
    return new JudgedFilm.Answer(
        classification.probabilities().stream().mapToDouble(Double::doubleValue).toArray(),
        classification.warnings().stream().map(FilmWarning::code).toList(),
        classification
            .heatMap(classification.topClass(), CamMethod.GRADCAM)
            .map(Judge::outside)
            .orElse(Double.NaN));
  }

  /** Share of the heat outside the lungs' box; what lies beside the film is outside too. */
  static double outside(HeatMap map) {
    double all = 0;
    double inside = 0;
    for (int i = 0; i < map.values().length; i++) {
      int column = i % map.columns();
      int row = Math.floorDiv(i, map.columns());
      double value = map.values()[i];
      all += value;
      inside +=
          value
              * Probe.LUNGS_AWAY.covers(
                  map.geometry().cell(column, row, map.columns(), map.rows()),
                  map.geometry().filmWidth(),
                  map.geometry().filmHeight());
    }
    return all > 0 ? 1 - inside / all : Double.NaN;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
