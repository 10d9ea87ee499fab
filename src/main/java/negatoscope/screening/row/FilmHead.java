package negatoscope.screening.row;

import java.time.ZoneId;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;

/**
 * What is known of a film without its pixels, so that those need not be kept until its answer
 * comes.
 *
 * @param frame number of the frame in its file, from 1
 * @param frames how many the file has
 * @param warnings what was guessed or repaired when it was read
 */
public record FilmHead(
    FilmIdentity identity, int frame, int frames, FilmOrigin origin, List<FilmWarning> warnings) {
  /** Copies the list. */
  public FilmHead {
    warnings = List.copyOf(warnings);
  }

  /**
   * Of a film.
   *
   * @param identity its file's
   * @param zone of acquisition times that do not say theirs
   */
  public static FilmHead of(FilmIdentity identity, Film film, ZoneId zone) {
    return new FilmHead(
        identity,
        film.provenance().frame(),
        film.provenance().frames(),
        FilmOrigin.of(film, identity.modified(), zone),
        film.warnings());
  }
}
