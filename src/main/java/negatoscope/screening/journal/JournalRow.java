package negatoscope.screening.journal;

import java.util.Optional;
import negatoscope.screening.row.ScreenedFilm;

/**
 * A film of the journal with what depends on others and on its reader.
 *
 * @param duplicateOf the first film of the run with the same content or the same SOP Instance UID,
 *     where this is not the first
 * @param verdict the class that its reader decided for; empty where nobody has
 * @param note the reader's
 * @param outdated whether verdict and note were given for another content of the file
 */
public record JournalRow(
    ScreenedFilm film,
    Optional<String> duplicateOf,
    String verdict,
    String note,
    boolean outdated) {
  /** A row of which nothing was said, or what was said holds for the film as it is. */
  public JournalRow(ScreenedFilm film, Optional<String> duplicateOf, String verdict, String note) {
    this(film, duplicateOf, verdict, note, false);
  }

  /** Whether somebody has read the film as it is. */
  public boolean isRead() {
    return !verdict.isEmpty() && !outdated;
  }
}
