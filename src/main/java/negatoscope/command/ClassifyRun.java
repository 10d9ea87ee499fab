package negatoscope.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.intake.FilmListing;
import negatoscope.intake.Intake;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * Classifies files and folders in their order. Films are read while the engine works on those
 * before them; an answer is handed on as soon as all before it were.
 */
final class ClassifyRun {
  /** Films that may be open at a time; some engine batches. */
  private static final int OPEN_FILMS = 16;

  private final Intake intake;
  private final Classifier classifier;
  private final Optional<HeatMapPictures> pictures;
  private final Progress progress;

  /** A run that writes pictures if it is given a place for them. */
  ClassifyRun(
      Intake intake, Classifier classifier, Optional<HeatMapPictures> pictures, Progress progress) {
    this.intake = intake;
    this.classifier = classifier;
    this.pictures = pictures;
    this.progress = progress;
  }

  /** A named path, and either the files it stands for or why there are none. */
  private record Named(FilmListing listing, Optional<Failure> failure) {}

  /**
   * All films that paths stand for, in order.
   *
   * @param passedOver how many files beside them are no films
   */
  record Listing(List<Item> items, int passedOver) {
    /** A file, or why there is none. */
    record Item(Path file, Optional<Failure> failure) {}

    /** Looks into the folders. */
    static Listing of(Intake intake, List<Path> paths) {
      List<Item> items = new ArrayList<>();
      int passedOver = 0;
      for (Path path : paths) {
        Named named = named(intake, path);
        named.failure().ifPresent(failure -> items.add(new Item(path, Optional.of(failure))));
        named.listing().films().forEach(file -> items.add(new Item(file, Optional.empty())));
        passedOver += named.listing().passedOver().size();
      }
      return new Listing(List.copyOf(items), passedOver);
    }

    private static Named named(Intake intake, Path path) {
      try {
        FilmListing listing = intake.list(path);
        Optional<Failure> none =
            listing.films().isEmpty()
                ? Optional.of(
                    new Failure(
                        ErrorCode.NOT_A_FILM,
                        path + " holds no films.",
                        "Name a folder or archive with DICOM, PNG, JPEG or TIFF files."))
                : Optional.empty();
        return new Named(listing, none);
      } catch (Failure e) {
        return new Named(new FilmListing(List.of(), List.of()), Optional.of(e));
      }
    }
  }

  /** A film whose answer is awaited, or a file that has none. */
  private record Pending(
      Path file, Optional<Film> film, CompletableFuture<Classification> answer) {}

  /** Classifies and hands every answer on, in the order of the listing. */
  Tally run(Listing listing, Consumer<FilmAnswer> to) {
    Cancellation cancellation = new Cancellation();
    Set<CamMethod> methods = pictures.map(HeatMapPictures::methods).orElse(Set.of());
    Tally tally = new Tally();
    Deque<Pending> pending = new ArrayDeque<>();
    try {
      int read = 0;
      for (Listing.Item item : listing.items()) {
        progress.report(read++, listing.items().size(), item.file().toString());
        for (Pending next : start(item, methods, cancellation)) {
          pending.add(next);
          if (pending.size() > OPEN_FILMS) {
            finish(pending.remove(), tally, to);
          }
        }
        while (!pending.isEmpty() && pending.element().answer().isDone()) {
          finish(pending.remove(), tally, to);
        }
      }
      while (!pending.isEmpty()) {
        finish(pending.remove(), tally, to);
      }
      progress.report(read, listing.items().size(), "");
    } finally {
      cancellation.cancel();
    }
    return tally;
  }

  private List<Pending> start(
      Listing.Item item, Set<CamMethod> methods, Cancellation cancellation) {
    if (item.failure().isPresent()) {
      return List.of(refused(item.file(), item.failure().get()));
    }
    List<Pending> started = new ArrayList<>();
    try {
      for (Film film : intake.open(item.file())) {
        started.add(
            new Pending(
                item.file(), Optional.of(film), classifier.classify(film, methods, cancellation)));
      }
    } catch (RuntimeException e) {
      started.add(refused(item.file(), Failure.of(e)));
    }
    return started;
  }

  private static Pending refused(Path file, Failure failure) {
    return new Pending(file, Optional.empty(), CompletableFuture.failedFuture(failure));
  }

  private void finish(Pending pending, Tally tally, Consumer<FilmAnswer> to) {
    FilmAnswer answer = answer(pending);
    tally.add(answer);
    to.accept(answer);
  }

  private FilmAnswer answer(Pending pending) {
    try {
      Classification classification = pending.answer().join();
      Film film = pending.film().orElseThrow();
      Map<String, Path> written =
          pictures.isPresent() ? pictures.get().write(film, classification) : Map.of();
      return new FilmAnswer.Answered(
          pending.file(),
          film.provenance().frame(),
          film.provenance().frames(),
          classification,
          written);
    } catch (RuntimeException e) {
      return new FilmAnswer.Refused(pending.file(), Failure.of(e));
    }
  }
}
