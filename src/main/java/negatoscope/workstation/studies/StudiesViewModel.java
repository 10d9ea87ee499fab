package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.film.Film;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * The list of open films. Opening lists the files first and then reads them a few at a time, the
 * selected one before all others; films that were not looked at for longest give up their memory.
 */
public final class StudiesViewModel {
  /** How many files are read at a time; more would only make the selected one wait. */
  private static final int AT_A_TIME = 2;

  /** The longer side of a thumbnail in pixels: twice what is shown, for dense screens. */
  private static final int THUMBNAIL = 192;

  private final FilmReader reader;
  private final TaskRunner runner;
  private final FilmMemory memory;
  private final ObservableList<OpenFilm> films = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable OpenFilm> selected = new SimpleObjectProperty<>();
  private final Set<OpenFilm> reading = new HashSet<>();
  private boolean starting;

  /**
   * An empty list.
   *
   * @param bytes how much memory films may take that are not on the screen
   */
  public StudiesViewModel(FilmReader reader, TaskRunner runner, long bytes) {
    this.reader = reader;
    this.runner = runner;
    this.memory = new FilmMemory(bytes);
    selected.addListener(
        (property, before, now) -> {
          if (now != null) {
            memory.use(now);
            readMore();
          }
        });
  }

  /** The open files, each by its first frame, in the order in which they were opened. */
  public ObservableList<OpenFilm> films() {
    return films;
  }

  /** The film on the screen; null when none is open. */
  public ObjectProperty<@Nullable OpenFilm> selectedProperty() {
    return selected;
  }

  /** The film on the screen. */
  public Optional<OpenFilm> selected() {
    return Optional.ofNullable(selected.get());
  }

  /** One file to open, or why its path cannot be opened. */
  private record Found(Path file, Optional<Failure> failure) {}

  /**
   * Opens files and the films below folders, and selects the first of them. A path that cannot be
   * opened becomes an entry that says why.
   */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    Cancellation unused =
        runner.run(
            "Looking for films",
            (progress, cancellation) -> list(paths, progress, cancellation),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<Found>> done) {
                add(done.value());
              }
            });
  }

  private List<Found> list(List<Path> paths, Progress progress, Cancellation cancellation) {
    List<Found> found = new ArrayList<>();
    for (Path path : paths) {
      cancellation.check();
      progress.report(found.size(), -1, path.toString());
      try {
        List<Path> files = reader.films(path);
        files.forEach(file -> found.add(new Found(file, Optional.empty())));
        if (files.isEmpty()) {
          found.add(new Found(path, Optional.of(empty(path))));
        }
      } catch (RuntimeException e) {
        found.add(new Found(path, Optional.of(Failure.of(e))));
      }
    }
    return found;
  }

  private static Failure empty(Path folder) {
    return new Failure(
        ErrorCode.NOT_A_FILM,
        FilmCaption.of(folder).file() + " holds no film.",
        "Open a folder with DICOM, PNG, JPEG or TIFF films.");
  }

  private void add(List<Found> found) {
    List<OpenFilm> added = new ArrayList<>();
    OpenFilm first = null;
    for (Found entry : found) {
      Optional<OpenFilm> open = openAlready(entry.file());
      OpenFilm film = open.orElseGet(() -> new OpenFilm(entry.file()));
      entry.failure().ifPresent(failure -> film.become(new Content.Failed(failure)));
      if (open.isEmpty()) {
        added.add(film);
      } else if (film.content() instanceof Content.Failed && entry.failure().isEmpty()) {
        film.become(new Content.Listed());
      }
      first = first == null ? film : first;
    }
    films.addAll(added);
    if (first != null) {
      selected.set(first);
    }
    readMore();
  }

  private Optional<OpenFilm> openAlready(Path file) {
    Path same = file.toAbsolutePath().normalize();
    return films.stream()
        .filter(film -> film.file().toAbsolutePath().normalize().equals(same))
        .findFirst();
  }

  /** Tries again to read a film that could not be read. */
  public void retry(OpenFilm film) {
    if (film.content() instanceof Content.Failed) {
      film.become(new Content.Listed());
      readMore();
    }
  }

  private void readMore() {
    if (starting) {
      return;
    }
    starting = true; // an inline runner ends before run() returns
    try {
      while (reading.size() < AT_A_TIME) {
        Optional<OpenFilm> next = nextToRead();
        if (next.isEmpty()) {
          return;
        }
        read(next.get());
      }
    } finally {
      starting = false;
    }
  }

  private Optional<OpenFilm> nextToRead() {
    Optional<OpenFilm> now =
        selected()
            .filter(
                film ->
                    film.content() instanceof Content.Listed
                        || film.content() instanceof Content.SetAside);
    return now.isPresent()
        ? now
        : films.stream().filter(film -> film.content() instanceof Content.Listed).findFirst();
  }

  /** A frame with its thumbnail. */
  private record Read(Film film, GreyPicture thumbnail) {}

  private void read(OpenFilm film) {
    film.become(new Content.Reading());
    reading.add(film);
    Cancellation unused =
        runner.run(
            "Reading " + FilmCaption.of(film.file()).file(),
            (progress, cancellation) -> {
              Film frame = reader.open(film.file(), film.frame());
              return new Read(frame, Rendering.forReading(frame).preview(THUMBNAIL));
            },
            outcome -> {
              reading.remove(film);
              wasRead(film, outcome);
              readMore();
            });
  }

  private void wasRead(OpenFilm film, Outcome<Read> outcome) {
    if (!films.contains(film.first())) {
      return;
    }
    if (outcome instanceof Outcome.Done<Read> done) {
      film.show(done.value().film(), done.value().thumbnail());
      memory.use(film);
      memory.makeRoom(selected.get());
    } else if (outcome instanceof Outcome.Failed<Read> failed) {
      film.become(new Content.Failed(failed.failure()));
    } else {
      film.become(
          new Content.Failed(
              new Failure(
                  ErrorCode.NOT_READABLE,
                  "Reading " + FilmCaption.of(film.file()).file() + " was cancelled.",
                  "Open it again to read it.")));
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

  /** Selects the film after the selected one, if there is one. */
  public void selectNext() {
    select(1);
  }

  /** Selects the film before the selected one, if there is one. */
  public void selectPrevious() {
    select(-1);
  }

  private void select(int step) {
    OpenFilm now = selected.get();
    int index = now == null ? -1 : films.indexOf(now.first()) + step;
    if (index >= 0 && index < films.size()) {
      selected.set(films.get(index));
    }
  }

  /** Closes a film's file, stops its classification, and selects its neighbour if need be. */
  public void close(OpenFilm film) {
    int index = films.indexOf(film.first());
    if (index < 0) {
      return;
    }
    List<OpenFilm> frames = film.framesAskedFor();
    for (OpenFilm frame : frames) {
      if (frame.answer() instanceof Answer.Running running) {
        running.cancellation().cancel();
      }
      memory.forget(frame);
    }
    boolean wasSelected = frames.contains(selected.get());
    films.remove(index);
    if (wasSelected) {
      selected.set(films.isEmpty() ? null : films.get(Math.min(index, films.size() - 1)));
    }
  }

  /** Closes every film. */
  public void closeAll() {
    List.copyOf(films).forEach(this::close);
  }
}
