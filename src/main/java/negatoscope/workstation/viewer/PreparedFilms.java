package negatoscope.workstation.viewer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.rendering.Rendering;

/**
 * What was worked out for the films shown last, so that going back to one shows it at once. Holds
 * no more than a few large films.
 */
final class PreparedFilms {
  /** Film pixels kept, all films together; the last film is kept whatever its size. */
  private static final long MOST_PIXELS = 48_000_000;

  private final Map<Film, Prepared> films = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A film ready to be drawn.
   *
   * @param base the rendering that it is first shown in
   */
  record Prepared(Rendering base, FilmPyramid pyramid, OverlayPlanes planes) {
    /** A film without its halves. */
    static Prepared of(Film film) {
      return new Prepared(
          Rendering.forReading(film), FilmPyramid.coarse(film), OverlayPlanes.of(film));
    }

    Prepared with(FilmPyramid finer) {
      return new Prepared(base, finer, planes);
    }
  }

  Optional<Prepared> find(Film film) {
    return Optional.ofNullable(films.get(film));
  }

  void keep(Film film, Prepared prepared) {
    films.put(film, prepared);
    long pixels = films.keySet().stream().mapToLong(one -> one.samples().count()).sum();
    Iterator<Film> oldest = films.keySet().iterator();
    while (pixels > MOST_PIXELS && films.size() > 1) {
      pixels -= oldest.next().samples().count();
      oldest.remove();
    }
  }

  void forget(Film film) {
    films.remove(film);
  }
}
