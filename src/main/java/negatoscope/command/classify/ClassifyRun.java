package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.EmptyHeatMaps;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
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
  private final List<Asked> models;
  private final Progress progress;

  /** A run that asks each of the models about each film. */
  ClassifyRun(Intake intake, List<Asked> models, Progress progress) {
    this.intake = intake;
    this.models = List.copyOf(models);
    this.progress = progress;
  }

  /**
   * A model that is asked.
   *
   * @param pictures writes pictures of its answers
   * @param checks says how far its heat maps are to be believed
   * @param tensors writes what it was shown
   */
  record Asked(
      Classifier classifier,
      Optional<HeatMapPictures> pictures,
      Optional<HeatMapChecks> checks,
      Optional<TensorFiles> tensors) {
    /** What is to be said of an answer: also which of the heat maps asked for are empty. */
    List<FilmWarning> warnings(Classification answer) {
      Set<String> classes = new LinkedHashSet<>();
      pictures.ifPresent(wanted -> classes.addAll(wanted.classes().of(answer)));
      checks.ifPresent(wanted -> classes.addAll(wanted.classes().of(answer)));
      classes.remove(answer.topClass());
      List<FilmWarning> warnings = new ArrayList<>(answer.warnings());
      classes.forEach(name -> warnings.addAll(EmptyHeatMaps.warnings(answer.heatMaps(name))));
      return warnings;
    }

    CompletableFuture<Classification> about(Film film, Cancellation cancellation) {
      Set<CamMethod> methods = EnumSet.noneOf(CamMethod.class);
      pictures.ifPresent(wanted -> methods.addAll(wanted.methods()));
      checks.ifPresent(wanted -> methods.addAll(wanted.methods()));
      return classifier.classify(film, methods, cancellation);
    }
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

  /** A film whose answers are awaited, one a model; or a file that is none. */
  private sealed interface Pending {
    boolean isDone();

    record Opened(Path file, Film film, List<CompletableFuture<Classification>> answers)
        implements Pending {
      @Override
      public boolean isDone() {
        return answers.stream().allMatch(CompletableFuture::isDone);
      }
    }

    record Refused(Path file, Failure failure) implements Pending {
      @Override
      public boolean isDone() {
        return true;
      }
    }
  }

  /**
   * Classifies and hands every film's answers on, in the order of the listing: one a model, or one
   * refusal for a file that is no film.
   */
  Tally run(Listing listing, Consumer<List<FilmAnswer>> to) {
    Cancellation cancellation = new Cancellation();
    Tally tally = new Tally();
    Deque<Pending> pending = new ArrayDeque<>();
    try {
      int read = 0;
      for (Listing.Item item : listing.items()) {
        progress.report(read++, listing.items().size(), item.file().toString());
        for (Pending next : start(item, cancellation)) {
          pending.add(next);
          if (pending.size() > OPEN_FILMS) {
            finish(pending.remove(), tally, to);
          }
        }
        while (!pending.isEmpty() && pending.element().isDone()) {
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

  private List<Pending> start(Listing.Item item, Cancellation cancellation) {
    if (item.failure().isPresent()) {
      return List.of(new Pending.Refused(item.file(), item.failure().get()));
    }
    List<Pending> started = new ArrayList<>();
    try {
      for (Film film : intake.open(item.file())) {
        started.add(
            new Pending.Opened(
                item.file(),
                film,
                models.stream().map(model -> model.about(film, cancellation)).toList()));
      }
    } catch (RuntimeException e) {
      started.add(new Pending.Refused(item.file(), Failure.of(e)));
    }
    return started;
  }

  private void finish(Pending pending, Tally tally, Consumer<List<FilmAnswer>> to) {
    List<FilmAnswer> answers = new ArrayList<>();
    if (pending instanceof Pending.Opened opened) {
      for (int i = 0; i < models.size(); i++) {
        answers.add(answer(opened, models.get(i), opened.answers().get(i)));
      }
    } else if (pending instanceof Pending.Refused refused) {
      answers.add(new FilmAnswer.Refused(refused.file(), refused.failure()));
    }
    tally.add(answers);
    to.accept(answers);
  }

  private static FilmAnswer answer(
      Pending.Opened opened, Asked model, CompletableFuture<Classification> awaited) {
    try {
      Classification classification = awaited.join();
      Film film = opened.film();
      model.tensors().ifPresent(tensors -> tensors.write(film));
      Map<String, Path> written =
          model.pictures().isPresent()
              ? model.pictures().get().write(film, classification)
              : Map.of();
      List<Explanation> explanations =
          model.checks().isPresent()
              ? model.checks().get().of(model.classifier(), film, classification)
              : List.of();
      return new FilmAnswer.Answered(
          opened.file(),
          film.provenance().frame(),
          film.provenance().frames(),
          classification,
          model.warnings(classification),
          written,
          explanations);
    } catch (RuntimeException e) {
      return new FilmAnswer.Refused(opened.file(), Failure.of(e));
    }
  }
}
