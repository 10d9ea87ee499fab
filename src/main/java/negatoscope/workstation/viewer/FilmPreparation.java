package negatoscope.workstation.viewer;

import negatoscope.film.Film;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Makes a film ready to be drawn, in the background: first the rendering that it is shown in, then
 * its halves. What comes for a film that is no longer wanted is dropped.
 */
final class FilmPreparation {
  private final TaskRunner runner;
  private final Listener listener;
  private final PreparedFilms prepared = new PreparedFilms();
  private Cancellation running = new Cancellation();
  private @Nullable Film wanted;

  /** Told of what is ready, for the film wanted last. */
  interface Listener {
    /** The film can be shown. */
    void visible(Film film, PreparedFilms.Prepared first);

    /** The film can be shown better. */
    void refined(FilmPyramid pyramid);

    /** The film cannot be shown. */
    void failed(Failure failure);
  }

  FilmPreparation(TaskRunner runner, Listener listener) {
    this.runner = runner;
    this.listener = listener;
  }

  /** Prepares this film and no other. */
  void want(@Nullable Film film) {
    running.cancel();
    wanted = film;
    if (film == null) {
      return;
    }
    PreparedFilms.Prepared known = prepared.find(film).orElse(null);
    if (known != null) {
      listener.visible(film, known);
      return;
    }
    running =
        runner.run(
            title(film),
            (progress, cancellation) -> PreparedFilms.Prepared.of(film),
            outcome -> rendered(film, outcome));
  }

  private void rendered(Film film, Outcome<PreparedFilms.Prepared> outcome) {
    if (!film.equals(wanted)) {
      return;
    }
    if (outcome instanceof Outcome.Failed<PreparedFilms.Prepared> failed) {
      listener.failed(failed.failure());
    } else if (outcome instanceof Outcome.Done<PreparedFilms.Prepared> done) {
      PreparedFilms.Prepared first = done.value();
      listener.visible(film, first);
      running =
          runner.run(
              title(film),
              (progress, cancellation) ->
                  FilmPyramid.of(first.pyramid(), film.padding(), cancellation),
              result -> refined(film, first, result));
    }
  }

  private void refined(Film film, PreparedFilms.Prepared first, Outcome<FilmPyramid> outcome) {
    if (film.equals(wanted) && outcome instanceof Outcome.Done<FilmPyramid> done) {
      prepared.keep(film, first.with(done.value()));
      listener.refined(done.value());
    }
  }

  /** Drops what is kept of a film. */
  void forget(Film film) {
    prepared.forget(film);
  }

  private static String title(Film film) {
    return "Preparing " + film.provenance().file().getFileName();
  }
}
