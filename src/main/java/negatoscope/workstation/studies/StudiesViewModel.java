package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.intake.FilmHeading;
import negatoscope.intake.Found;
import negatoscope.intake.FoundFilm;
import negatoscope.intake.PassedOver;
import negatoscope.intake.Refused;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The open films by patient, study and series. Opening lists files by their headers while the list
 * fills, and shows the first film at once; pixels are read of the film on the screen and of those
 * whose rows are seen.
 */
public final class StudiesViewModel {
  private final FilmReader reader;
  private final TaskRunner runner;
  private final Executor window;
  private final FilmQueue queue;
  private final ObservableList<OpenFilm> films = FXCollections.observableArrayList();
  private final Map<Path, OpenFilm> byFile = new HashMap<>();
  private final Map<String, OpenFilm> byInstance = new HashMap<>();
  private final ObservableList<PassedOver> passedOver = FXCollections.observableArrayList();
  private final RowList rows = new RowList();
  private final ObservableList<Row> shownRows = FXCollections.unmodifiableObservableList(rows);
  private final Set<GroupKey> collapsed = new HashSet<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable OpenFilm> selected = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper scans = new ReadOnlyIntegerWrapper();
  private List<OpenFilm> inOrder = List.of();
  private boolean arranging;

  /**
   * An empty list.
   *
   * @param window runs what it is given on the thread of the view models
   * @param bytes how much memory films may take that are not on the screen
   */
  public StudiesViewModel(FilmReader reader, TaskRunner runner, Executor window, long bytes) {
    this.reader = reader;
    this.runner = runner;
    this.window = window;
    this.queue =
        new FilmQueue(
            reader,
            runner,
            new FilmMemory(bytes),
            selected::get,
            film -> byFile.containsValue(film.first()));
    selected.addListener(
        (property, before, now) -> {
          if (now != null) {
            reveal(now.first());
            queue.use(now);
          }
        });
    filter.addListener(property -> arrange());
  }

  /** The open files, each by its first frame, in the order in which they were opened. */
  public ObservableList<OpenFilm> films() {
    return films;
  }

  /** What the list shows: headings and films. */
  public ObservableList<Row> rows() {
    return shownRows;
  }

  /** Whether rows come and go at this moment, so that a view's selection means nothing. */
  boolean isArranging() {
    return arranging;
  }

  /** Files beside the opened films that are none, with the reason. */
  public ObservableList<PassedOver> passedOver() {
    return passedOver;
  }

  /** Words that the films in the list hold; empty for all films. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** How many films pass the filter. */
  public int filtered() {
    return inOrder.size();
  }

  /** How many scans for films are under way. */
  public ReadOnlyIntegerProperty scansProperty() {
    return scans.getReadOnlyProperty();
  }

  /** The film on the screen; null when none is open. */
  public ObjectProperty<@Nullable OpenFilm> selectedProperty() {
    return selected;
  }

  /** The film on the screen. */
  public Optional<OpenFilm> selected() {
    return Optional.ofNullable(selected.get());
  }

  /**
   * Opens files and the films in folders, archives and DICOMDIRs, and selects the first of them. A
   * path that cannot be opened becomes an entry that says why.
   */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    Taking taking = new Taking();
    FoundBatches batches = new FoundBatches(window, taking::take);
    scans.set(scans.get() + 1);
    Cancellation unused =
        runner.run(
            "Looking for films",
            (progress, cancellation) -> {
              reader.scan(
                  paths,
                  batches::add,
                  cancellation,
                  (done, total, message) -> {
                    progress.report(done, total, "%,d files".formatted(done));
                    batches.sendIfTime();
                  });
              return paths;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<List<Path>> failed) {
                batches.add(new Refused(paths.get(0), failed.failure()));
              }
              batches.flush();
              taking.over = true;
              scans.set(scans.get() - 1);
            });
  }

  /** Takes what one scan finds. */
  private final class Taking {
    private boolean first = true;
    private boolean over;

    void take(List<Found> batch) {
      if (over) {
        return;
      }
      for (Found found : batch) {
        if (found instanceof PassedOver file) {
          passedOver.add(file);
        } else {
          entry(found);
        }
      }
      arrange();
      batch.stream()
          .filter(found -> first && !(found instanceof PassedOver))
          .findFirst()
          .ifPresent(
              found -> {
                first = false;
                selected.set(entry(found));
              });
    }
  }

  /** The entry of a file, which may have been open before, also from another place. */
  private OpenFilm entry(Found found) {
    Path file = found.file().toAbsolutePath().normalize();
    FilmHeading heading = found instanceof FoundFilm film ? film.heading() : FilmHeading.of("");
    OpenFilm open = byFile.get(file);
    if (open == null && !heading.sopInstanceUid().isEmpty()) {
      open = byInstance.get(heading.sopInstanceUid());
    }
    if (open == null) {
      open = new OpenFilm(found.file(), heading);
      films.add(open);
      byFile.put(file, open);
      byInstance.put(heading.sopInstanceUid(), open);
    } else if (found instanceof FoundFilm) {
      retry(open);
    }
    if (found instanceof Refused refused) {
      open.become(new Content.Failed(refused.failure()));
    }
    return open;
  }

  /** Tries again to read a film that could not be read. */
  public void retry(OpenFilm film) {
    if (film.content() instanceof Content.Failed) {
      film.become(new Content.Listed());
      queue.readMore();
    }
  }

  /** A film's row came into view: its thumbnail is read. */
  public void seen(OpenFilm film) {
    queue.want(film);
  }

  /** A film's row went out of view. */
  public void unseen(OpenFilm film) {
    queue.leave(film);
  }

  /** Shows or hides the films below a heading. */
  public void expand(GroupKey heading, boolean expanded) {
    if (expanded ? collapsed.remove(heading) : collapsed.add(heading)) {
      arrange();
    }
  }

  private void reveal(OpenFilm film) {
    GroupKey key = film.order().key();
    if (collapsed.removeAll(List.of(key, key.ofStudy(), key.ofPatient()))) {
      arrange();
    }
  }

  private void arrange() {
    StudyRows now = StudyRows.of(films, collapsed, FilmFilter.of(filter.get()));
    inOrder = now.films();
    arranging = true;
    try {
      rows.become(now.rows());
    } finally {
      arranging = false;
    }
  }

  /**
   * Shows another frame of the selected film's file.
   *
   * @param number from 1; one that the file does not have changes nothing
   */
  public void selectFrame(int number) {
    OpenFilm now = selected.get();
    if (now != null && number >= 1 && number <= now.frames()) {
      selected.set(now.frame(number));
    }
  }

  /** Selects the film after the selected one in the list, if there is one. */
  public void selectNext() {
    select(1);
  }

  /** Selects the film before the selected one in the list, if there is one. */
  public void selectPrevious() {
    select(-1);
  }

  private void select(int step) {
    OpenFilm now = selected.get();
    int index = now == null ? -1 : inOrder.indexOf(now.first()) + step;
    if (index >= 0 && index < inOrder.size()) {
      selected.set(inOrder.get(index));
    }
  }

  /** Closes a film's file, stops its classification, and selects its neighbour if need be. */
  public void close(OpenFilm film) {
    OpenFilm first = film.first();
    if (!films.remove(first)) {
      return;
    }
    int index = inOrder.indexOf(first);
    byFile.values().remove(first);
    byInstance.values().remove(first);
    List<OpenFilm> frames = film.framesAskedFor();
    for (OpenFilm frame : frames) {
      stop(frame);
    }
    arrange();
    if (frames.contains(selected.get())) {
      int neighbour = Math.min(Math.max(0, index), inOrder.size() - 1);
      selected.set(neighbour < 0 ? null : inOrder.get(neighbour));
    }
  }

  private void stop(OpenFilm frame) {
    if (frame.answer() instanceof Answer.Running running) {
      running.cancellation().cancel();
    }
    queue.forget(frame);
  }

  /** Closes every film. */
  public void closeAll() {
    films.stream().flatMap(film -> film.framesAskedFor().stream()).forEach(this::stop);
    selected.set(null);
    films.clear();
    byFile.clear();
    byInstance.clear();
    passedOver.clear();
    collapsed.clear();
    filter.set("");
    arrange();
  }
}
