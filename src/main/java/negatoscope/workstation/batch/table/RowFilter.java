package negatoscope.workstation.batch.table;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import negatoscope.screening.row.FilmOrigin;

/**
 * Which rows are shown: those that are all of what is asked for.
 *
 * @param className the most probable class; empty for any
 * @param warned only films with a warning
 * @param unanswered only films that were refused or could not be read
 * @param unread only films without the reader's verdict
 * @param disagreeing only films where reader, or second model, and model disagree
 * @param search words, each of which must be found in file, patient, view, class or note
 */
public record RowFilter(
    String className,
    boolean warned,
    boolean unanswered,
    boolean unread,
    boolean disagreeing,
    String search)
    implements Predicate<BatchRow> {
  /** Shows everything. */
  public static final RowFilter ALL = new RowFilter("", false, false, false, false, "");

  @Override
  public boolean test(BatchRow row) {
    return (className.isEmpty() || className.equals(row.className()))
        && (!warned || row.isWarned())
        && (!unanswered || row.answer().isEmpty())
        && (!unread || !row.isRead())
        && (!disagreeing || row.disagrees())
        && (search.isBlank() || found(row));
  }

  private boolean found(BatchRow row) {
    FilmOrigin from = row.film().origin();
    String text =
        String.join(
                "\n",
                row.key(),
                from.patient(),
                from.view(),
                row.className(),
                row.verdict(),
                row.note())
            .toLowerCase(Locale.ROOT);
    return Stream.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }
}
