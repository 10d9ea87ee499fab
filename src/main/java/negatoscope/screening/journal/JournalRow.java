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
 */
public record JournalRow(
    ScreenedFilm film, Optional<String> duplicateOf, String verdict, String note) {}
