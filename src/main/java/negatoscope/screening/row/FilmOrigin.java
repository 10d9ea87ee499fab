package negatoscope.screening.row;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.film.Provenance;

/**
 * Where a film comes from. Texts are empty where the file does not say.
 *
 * @param patient Patient ID
 * @param study Study Instance UID
 * @param series Series Instance UID
 * @param instance SOP Instance UID
 * @param view {@code PA}, {@code AP}, {@code LATERAL}, {@code OTHER}
 * @param since from when on the film waits to be read: its acquisition, else the file's time; empty
 *     where neither could be read
 */
public record FilmOrigin(
    String patient,
    String study,
    String series,
    String instance,
    String view,
    Optional<Instant> since) {
  /** Of a file whose header could not be read. */
  public static FilmOrigin unknown(FilmIdentity file) {
    return new FilmOrigin(
        "", "", "", "", "", file.wasRead() ? Optional.of(file.modified()) : Optional.empty());
  }

  /**
   * Of a film.
   *
   * @param fileTime when its file was last written
   * @param zone of acquisition times that do not say theirs
   */
  public static FilmOrigin of(Film film, Instant fileTime, ZoneId zone) {
    Provenance from = film.provenance();
    return new FilmOrigin(
        from.patientId(),
        from.studyInstanceUid(),
        from.seriesInstanceUid(),
        from.sopInstanceUid(),
        switch (film.view()) {
          case UNKNOWN -> "";
          default -> film.view().name();
        },
        DicomMoment.parse(from.acquired(), zone).or(() -> Optional.of(fileTime)));
  }
}
