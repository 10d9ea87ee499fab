package negatoscope.screening;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.screening.row.FilmHead;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.FilmRows;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * From a file to its rows: the one function by which films are screened, whoever calls it and on
 * how many machines. May be called from any thread.
 */
public final class FilmScreener {
  private final Intake intake;
  private final ScreeningModels models;
  private final ZoneId zone;
  private final FilmFiles files;
  private final Executor drawing;
  private final Cancellation cancellation;

  /**
   * A function without pictures.
   *
   * @param zone of acquisition times that do not say theirs
   */
  public FilmScreener(Intake intake, ScreeningModels models, ZoneId zone) {
    this(intake, models, zone, FilmFiles.NONE, Runnable::run, new Cancellation());
  }

  /**
   * A function that may write files of films.
   *
   * @param drawing where pictures are drawn and files written
   * @param cancellation looked at before films go through the network
   */
  FilmScreener(
      Intake intake,
      ScreeningModels models,
      ZoneId zone,
      FilmFiles files,
      Executor drawing,
      Cancellation cancellation) {
    this.intake = intake;
    this.models = models;
    this.zone = zone;
    this.files = files;
    this.drawing = drawing;
    this.cancellation = cancellation;
  }

  /**
   * Screens a file: opened and made a tensor of on the calling thread.
   *
   * @param path what it is called in rows
   * @return a row a frame, at least one, whatever is wrong with the file; fails where nothing can
   *     be screened any more, or written
   */
  public CompletableFuture<List<ScreenedFilm>> screen(Path file, String path) {
    try {
      return screen(file, FilmIdentity.of(file, path));
    } catch (Failure e) {
      return row(FilmRows.failed(FilmIdentity.unread(path), e));
    }
  }

  /** As {@link #screen(Path, String)}, of a file whose identity was taken just now. */
  CompletableFuture<List<ScreenedFilm>> screen(Path file, FilmIdentity identity) {
    List<CompletableFuture<ScreenedFilm>> rows = new ArrayList<>();
    try {
      List<Film> films = intake.open(file);
      if (!identity.stillHolds(file)) {
        return row(FilmRows.failed(FilmIdentity.unread(identity.path()), changed(file)));
      }
      films.forEach(film -> rows.add(screen(identity, film)));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return row(FilmRows.failed(identity, Failure.of(e)));
    }
    return CompletableFuture.allOf(rows.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> rows.stream().map(CompletableFuture::join).toList());
  }

  private static CompletableFuture<List<ScreenedFilm>> row(ScreenedFilm row) {
    return CompletableFuture.completedFuture(List.of(row));
  }

  private static Failure changed(Path file) {
    return new FilmException(
        ErrorCode.CHANGED,
        file,
        "was written to while it was read.",
        "Wait until it is whole, and go on with --resume.");
  }

  /** What the models say of one film. */
  private record Said(Classification first, Optional<Classification> second) {}

  private CompletableFuture<ScreenedFilm> screen(FilmIdentity identity, Film film) {
    FilmHead head = FilmHead.of(identity, film, zone);
    CompletableFuture<Said> said =
        models
            .first()
            .classify(film, files.methods(), cancellation)
            .thenCombine(second(film), Said::new);
    // Without files to write nothing holds the film's pixels until its answer comes.
    return files.isNothing()
        ? said.handle((both, problem) -> row(head, both, problem))
        : said.handleAsync((both, problem) -> written(head, film, both, problem), drawing);
  }

  private CompletableFuture<Optional<Classification>> second(Film film) {
    if (models.second().isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Classifier other = models.second().get();
    return other
        .classify(film, Set.of(), cancellation)
        .thenApply(Optional::of)
        .exceptionally(problem -> Optional.empty());
  }

  private static ScreenedFilm row(FilmHead head, @Nullable Said said, @Nullable Throwable problem) {
    if (said == null) {
      Failure failure = Failure.of(problem == null ? new IllegalStateException() : problem);
      if (failure.code() == ErrorCode.NO_ENGINE) {
        throw failure;
      }
      return FilmRows.failed(head, failure);
    }
    return FilmRows.answered(head, said.first(), said.second());
  }

  private ScreenedFilm written(
      FilmHead head, Film film, @Nullable Said said, @Nullable Throwable problem) {
    ScreenedFilm row = row(head, said, problem);
    boolean answered = row.result() instanceof FilmResult.Answered;
    try {
      if (said != null && answered) {
        return row.withHeatMap(files.write(head, film, said.first()));
      }
    } catch (FilmException e) {
      row = FilmRows.failed(head, e);
    }
    files.clear(head);
    return row;
  }
}
