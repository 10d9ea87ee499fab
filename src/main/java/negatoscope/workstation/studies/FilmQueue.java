package negatoscope.workstation.studies;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import negatoscope.film.Film;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Reads films a few at a time: the one on the screen before all others, then those whose rows are
 * seen, the latest first. Films and thumbnails that were not looked at for longest give up their
 * memory.
 */
final class FilmQueue {
  /** How many files are read at a time; more would only make the selected one wait. */
  private static final int AT_A_TIME = 2;

  /** The longer side of a thumbnail in pixels: twice what is shown, for dense screens. */
  private static final int THUMBNAIL = 192;

  /** Thumbnails that are kept, some 20 MB; many times what fits a screen. */
  private static final int MOST_THUMBNAILS = 600;

  private final FilmReader reader;
  private final TaskRunner runner;
  private final FilmMemory memory;
  private final Supplier<@Nullable OpenFilm> onScreen;
  private final Predicate<OpenFilm> isOpen;
  private final Set<OpenFilm> reading = new HashSet<>();
  private final Deque<OpenFilm> wanted = new ArrayDeque<>();
  private final LinkedHashSet<OpenFilm> thumbnails = new LinkedHashSet<>();
  private boolean starting;

  FilmQueue(
      FilmReader reader,
      TaskRunner runner,
      FilmMemory memory,
      Supplier<@Nullable OpenFilm> onScreen,
      Predicate<OpenFilm> isOpen) {
    this.reader = reader;
    this.runner = runner;
    this.memory = memory;
    this.onScreen = onScreen;
    this.isOpen = isOpen;
  }

  /** A film's row is seen: its thumbnail is wanted, if there is none. */
  void want(OpenFilm film) {
    if (film.thumbnailProperty().get() == null && !wanted.contains(film)) {
      wanted.addFirst(film);
      readMore();
    }
  }

  /** A film's row is not seen any more. */
  void leave(OpenFilm film) {
    wanted.remove(film);
  }

  /** A film is on the screen. */
  void use(OpenFilm film) {
    memory.use(film);
    readMore();
  }

  /** A film is closed. */
  void forget(OpenFilm film) {
    wanted.remove(film);
    thumbnails.remove(film);
    memory.forget(film);
  }

  /** Starts to read, if there is something to read and not enough is under way. */
  void readMore() {
    if (starting) {
      return;
    }
    starting = true; // an inline runner ends before run() returns
    try {
      while (reading.size() < AT_A_TIME) {
        Optional<OpenFilm> next = next();
        if (next.isEmpty()) {
          return;
        }
        read(next.get());
      }
    } finally {
      starting = false;
    }
  }

  private Optional<OpenFilm> next() {
    OpenFilm now = onScreen.get();
    if (now != null && isUnread(now)) {
      return Optional.of(now);
    }
    while (!wanted.isEmpty()) {
      OpenFilm film = wanted.removeFirst();
      if (isUnread(film) && film.thumbnailProperty().get() == null) {
        return Optional.of(film);
      }
    }
    return Optional.empty();
  }

  private static boolean isUnread(OpenFilm film) {
    return film.content() instanceof Content.Listed || film.content() instanceof Content.SetAside;
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
              if (isOpen.test(film)) {
                wasRead(film, outcome);
              }
              readMore();
            });
  }

  private void wasRead(OpenFilm film, Outcome<Read> outcome) {
    if (outcome instanceof Outcome.Done<Read> done) {
      film.show(done.value().film(), done.value().thumbnail());
      memory.use(film);
      memory.makeRoom(onScreen.get());
      thumbnails.remove(film);
      thumbnails.add(film);
      if (thumbnails.size() > MOST_THUMBNAILS) {
        OpenFilm oldest = thumbnails.iterator().next();
        thumbnails.remove(oldest);
        oldest.dropThumbnail();
      }
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
}
