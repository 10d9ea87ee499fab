package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import negatoscope.library.card.ModelCard;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.ScreeningSummary;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.screening.worklist.WorkListHead;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.batch.table.RowsViewModel;
import negatoscope.workstation.batch.table.Thumbnails;
import negatoscope.workstation.models.OpenModels;
import org.jspecify.annotations.Nullable;

/** Screening a folder, without a window. Lives on the JavaFX thread. */
public final class BatchViewModel {
  private final BatchTools tools;
  private final Surroundings around;
  private final OptionsViewModel options;
  private final RowsViewModel rows = new RowsViewModel();
  private final ReaderViewModel reader;
  private final Thumbnails thumbnails;
  private final ReadOnlyObjectWrapper<BatchState> state =
      new ReadOnlyObjectWrapper<>(BatchState.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> out = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private KeptSettings kept = KeptSettings.NONE;
  private int looks;
  private Pause pause = new Pause();
  private Cancellation stop = new Cancellation();

  /**
   * What the main window has to do with it.
   *
   * @param model the model in use; null where there is none
   * @param cards of all models at hand
   * @param open shows a frame of a file, from 1, in the main window
   */
  public record Surroundings(
      ObservableValue<@Nullable ModelCard> model,
      Supplier<List<ModelCard>> cards,
      BiConsumer<Path, Integer> open) {}

  /** A screening that is there, in its order. */
  private record Listed(KeptSettings settings, List<BatchRow> rows, ReadingOrder order) {
    static Listed of(ScreeningDesk.Kept kept, Duration overdue) {
      ReadingOrder order = new ReadingOrder(overdue, Instant.now());
      return new Listed(
          KeptSettings.of(kept.settings()),
          ListedFilm.inOrder(kept.rows(), order).stream().map(BatchRow::new).toList(),
          order);
    }
  }

  /** Nothing is chosen yet. */
  public BatchViewModel(BatchTools tools, Surroundings around) {
    this.tools = tools;
    this.around = around;
    this.options = new OptionsViewModel(around.model(), around.cards());
    this.reader =
        new ReaderViewModel(
            tools.desk(), tools.quick(), () -> Optional.ofNullable(out.get()), rows);
    this.thumbnails =
        new Thumbnails(
            row -> tools.film().apply(file(folder.get(), row), row.film().frame()), tools.quick());
    options.overdueHoursProperty().addListener((property, before, now) -> listAgain());
  }

  /** How it is screened. */
  public OptionsViewModel options() {
    return options;
  }

  /** The films. */
  public RowsViewModel rows() {
    return rows;
  }

  /** What the reader says of them. */
  public ReaderViewModel reader() {
    return reader;
  }

  /** Their pictures. */
  Thumbnails thumbnails() {
    return thumbnails;
  }

  /** Which model is asked, in words. */
  public ObservableValue<String> modelProperty() {
    return around.model().map(card -> "Model: " + card.name()).orElse("No model in use");
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<BatchState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is screened; null until it is chosen. */
  public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** Where the work list goes; null until a folder is chosen. */
  public ReadOnlyObjectProperty<@Nullable Path> outProperty() {
    return out.getReadOnlyProperty();
  }

  /** What the run wants its user to know; empty for nothing. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** How far the run is, 0 to 1; below 0 where that is unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What there is to say about it. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** What went wrong or must be decided; empty for nothing. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Chooses what is screened, and proposes a folder beside it for the work list. */
  public void choose(Path chosen) {
    if (state.get().active()) {
      trouble.set("A screening is under way. Cancel it before you choose another folder.");
      return;
    }
    Path absolute = chosen.toAbsolutePath().normalize();
    folder.set(absolute);
    chooseOut(absolute.resolveSibling(absolute.getFileName() + "-screening"));
  }

  /** Chooses where the work list goes; a screening that is there is listed. */
  public void chooseOut(Path chosen) {
    if (state.get().active()) {
      return;
    }
    Path where = chosen.toAbsolutePath().normalize();
    out.set(where);
    kept = KeptSettings.NONE;
    reader.forget();
    rows.clear();
    trouble.set("");
    note.set("");
    said.set("");
    state.set(BatchState.LOOKING);
    look(where, this::found);
  }

  /** Reads what a folder holds; an answer that another choice has overtaken is passed over. */
  private void look(Path where, Consumer<Outcome<Optional<Listed>>> then) {
    looks++;
    int mine = looks;
    Duration overdue = options.overdue();
    Cancellation unused =
        tools
            .quick()
            .run(
                "Reading the work list",
                (report, cancellation) ->
                    tools.desk().kept(where).map(there -> Listed.of(there, overdue)),
                outcome -> {
                  if (mine == looks) {
                    then.accept(outcome);
                  }
                });
  }

  private void found(Outcome<Optional<Listed>> outcome) {
    state.set(BatchState.IDLE);
    if (outcome instanceof Outcome.Done<Optional<Listed>> done) {
      done.value()
          .ifPresent(
              there -> {
                take(there, true);
                options.adopt(kept);
                state.set(BatchState.KEPT);
                said.set("This folder was screened before: read on, resume, or start anew.");
                trouble.set(changed().orElse(""));
              });
    } else if (outcome instanceof Outcome.Failed<Optional<Listed>> failed) {
      state.set(BatchState.KEPT);
      trouble.set(
          failed.failure().sentence()
              + " Start anew, which keeps it under another name, or choose another folder.");
    }
  }

  private void take(Listed there, boolean only) {
    kept = there.settings();
    rows.replace(there.rows(), there.order(), only);
  }

  /** Films that wait too long come first, so the list is made anew when that changes. */
  private void listAgain() {
    Path where = out.get();
    if (state.get() == BatchState.KEPT && where != null) {
      look(
          where,
          outcome -> {
            if (outcome instanceof Outcome.Done<Optional<Listed>> done) {
              done.value().ifPresent(there -> take(there, true));
            }
          });
    }
  }

  /** Why the screening that is there cannot be gone on with as things are; empty where it can. */
  public Optional<String> changed() {
    ModelCard model = around.model().getValue();
    return model == null ? Optional.empty() : kept.hindrance(options.settings(model), this::name);
  }

  private String name(String id) {
    ModelCard inUse = around.model().getValue();
    return Stream.concat(Stream.ofNullable(inUse), around.cards().get().stream())
        .filter(card -> card.id().equals(id))
        .map(ModelCard::name)
        .findFirst()
        .orElse("another model");
  }

  /** Starts a screening, or goes on with the one that is there. */
  public void start(Start how) {
    Path from = folder.get();
    Path to = out.get();
    ModelCard model = around.model().getValue();
    if (state.get().active() || state.get() == BatchState.LOOKING || from == null || to == null) {
      return;
    }
    Optional<String> hindrance = options.hindrance();
    if (hindrance.isEmpty() && how == Start.RESUME) {
      hindrance = changed();
    }
    if (model == null || hindrance.isPresent()) {
      trouble.set(hindrance.orElse(""));
      return;
    }
    if (how == Start.RESTART) {
      rows.clear();
      reader.forget();
    }
    rows.orderBy(new ReadingOrder(options.overdue(), Instant.now()));
    begin(
        options.order(from, to, how, tools.objects()),
        tools.models().lease(model.name()),
        options.secondCard().map(card -> tools.models().lease(card.name())));
  }

  private void begin(
      ScreeningOrder order, OpenModels.Lease first, Optional<OpenModels.Lease> second) {
    Pause mine = new Pause();
    pause = mine;
    trouble.set("");
    note.set("");
    said.set("Getting ready…");
    progress.set(-1);
    looks++;
    state.set(BatchState.RUNNING);
    RowRelay[] relay = new RowRelay[1];
    stop =
        tools
            .run()
            .run(
                "Screening " + order.folder().getFileName(),
                (report, cancellation) -> {
                  cancellation.whenCancelled(() -> mine.set(false));
                  RowRelay made =
                      new RowRelay(
                          tools.window(),
                          CompletableFuture.delayedExecutor(
                              RowRelay.APART, TimeUnit.NANOSECONDS, tools.window()),
                          told -> take(told, mine),
                          System::nanoTime,
                          mine,
                          report,
                          cancellation);
                  relay[0] = made;
                  return tools
                      .desk()
                      .run(
                          order,
                          () ->
                              new ScreeningModels(
                                  first.classifier(), second.map(OpenModels.Lease::classifier)),
                          made,
                          cancellation);
                },
                outcome -> {
                  first.release();
                  second.ifPresent(OpenModels.Lease::release);
                  if (relay[0] != null) {
                    relay[0].deliver();
                  }
                  end(order, outcome);
                });
    stop.whenCancelled(() -> tools.window().execute(() -> ending(mine)));
  }

  private void ending(Pause which) {
    if (which.equals(pause) && state.get().active()) {
      state.set(BatchState.ENDING);
    }
  }

  private void take(RowRelay.Told told, Pause from) {
    if (!from.equals(pause)) {
      return;
    }
    rows.add(told.rows());
    if (!told.notes().isEmpty()) {
      note.set(String.join(" ", told.notes()));
    }
    if (told.total() >= 0) {
      progress.set(told.total() == 0 ? 1 : (double) told.done() / told.total());
      said.set(
          "%,d of %,d films%s"
              .formatted(
                  told.done(),
                  told.total(),
                  told.message().isEmpty() ? "" : " · " + told.message()));
    } else if (!told.message().isEmpty()) {
      said.set(told.message());
    }
  }

  private void end(ScreeningOrder order, Outcome<ScreeningSummary> outcome) {
    pause = new Pause();
    progress.set(-1);
    state.set(BatchState.IDLE);
    boolean whole = outcome instanceof Outcome.Done<ScreeningSummary>;
    if (outcome instanceof Outcome.Done<ScreeningSummary> done) {
      int beside = done.value().passedOver();
      said.set(
          "The work list is made: "
              + order.out().resolve("worklist.csv")
              + (beside == 0 ? "" : ". %,d other files were passed over.".formatted(beside)));
    } else if (outcome instanceof Outcome.Failed<ScreeningSummary> failed) {
      said.set("");
      trouble.set(inTheWindow(failed.failure()));
    } else {
      said.set("Stopped. What was screened is kept; resume goes on from there.");
    }
    state.set(BatchState.LOOKING);
    look(
        order.out(),
        again -> {
          state.set(rows.all().isEmpty() ? BatchState.IDLE : BatchState.KEPT);
          if (again instanceof Outcome.Done<Optional<Listed>> done && done.value().isPresent()) {
            take(done.value().get(), whole);
            state.set(BatchState.KEPT);
          } else if (again instanceof Outcome.Failed<?> failed && trouble.get().isEmpty()) {
            trouble.set(String.valueOf(failed.failure().getMessage()));
          }
        });
  }

  /** Advice for the command line is none here. */
  private static String inTheWindow(Failure failure) {
    return failure.code() == ErrorCode.CHANGED || failure.code() == ErrorCode.EXISTS
        ? failure.sentence() + " Start anew, which keeps it under another name."
        : String.valueOf(failure.getMessage());
  }

  /** Holds the run up between two films. */
  public void pause() {
    if (state.get() == BatchState.RUNNING) {
      pause.set(true);
      state.set(BatchState.PAUSED);
    }
  }

  /** Lets it go on after a pause. */
  public void goOn() {
    if (state.get() == BatchState.PAUSED) {
      pause.set(false);
      state.set(BatchState.RUNNING);
    }
  }

  /** Ends the run; it can be resumed. */
  public void cancel() {
    if (state.get() == BatchState.RUNNING || state.get() == BatchState.PAUSED) {
      state.set(BatchState.ENDING);
      stop.cancel();
    }
  }

  /** The file of a row; not for the JavaFX thread. */
  private Path file(@Nullable Path root, BatchRow row) {
    return new FilmPlaces(root == null ? Path.of("") : root).of(row);
  }

  /** Shows a row's film in the main window. */
  public void open(BatchRow row) {
    Path root = folder.get();
    Cancellation unused =
        tools
            .quick()
            .run(
                "Finding the film",
                (report, cancellation) -> file(root, row),
                outcome -> {
                  if (outcome instanceof Outcome.Done<Path> done) {
                    around.open().accept(done.value(), row.film().frame());
                  } else if (outcome instanceof Outcome.Failed<Path> failed) {
                    trouble.set(String.valueOf(failed.failure().getMessage()));
                  }
                });
  }

  /** Writes rows to a file, CSV or JSON by its name. */
  public void export(List<BatchRow> some, Path file) {
    ModelCard model = around.model().getValue();
    String id = kept.model().isEmpty() && model != null ? model.id() : kept.model();
    WorkListHead head =
        new WorkListHead(
            name(id),
            id,
            rows.classesProperty().get(),
            Optional.of(kept.second()).filter(second -> !second.isEmpty()).map(this::name));
    List<ListedFilm> films = some.stream().map(BatchRow::listed).toList();
    trouble.set("");
    Cancellation unused =
        tools
            .quick()
            .run(
                "Exporting the work list",
                (report, cancellation) -> {
                  WorkListExport.write(head, films, file);
                  return file;
                },
                outcome -> {
                  if (outcome instanceof Outcome.Failed<Path> failed) {
                    trouble.set(String.valueOf(failed.failure().getMessage()));
                  } else {
                    said.set("%,d films were written to %s".formatted(films.size(), file));
                  }
                });
  }
}
