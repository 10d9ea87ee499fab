package negatoscope.screening.row;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
  /** Longest part of a film's own name that is kept: names of files end at 255 bytes. */
  private static final int STEM = 60;

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

  /**
   * A name for files about the film, without an ending: always the same, whatever else is screened,
   * and no other film's.
   */
  public String fileName() {
    String path = identity.path();
    String own = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    String which = path + "#" + frame;
    return "%s-%s"
        .formatted(
            own.substring(0, Math.min(STEM, own.length())),
            UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13));
  }
}
