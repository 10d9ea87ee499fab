package negatoscope.screening.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import negatoscope.film.FilmWarning;
import negatoscope.screening.journal.JournalRow;

/**
 * A film at its place in the work list.
 *
 * @param priority its place, from 1
 * @param row the journal's
 * @param waitingHours how long it waits when the list is made, where that is known
 */
public record ListedFilm(int priority, JournalRow row, OptionalDouble waitingHours) {
  /** All films in the order in which they are to be read. */
  public static List<ListedFilm> inOrder(List<JournalRow> rows, ReadingOrder order) {
    record Claimed(JournalRow row, Claim claim) {}
    List<Claimed> sorted =
        rows.stream()
            .map(row -> new Claimed(row, Claim.of(row)))
            .sorted((one, other) -> order.compare(one.claim(), other.claim()))
            .toList();
    List<ListedFilm> listed = new ArrayList<>();
    for (Claimed film : sorted) {
      listed.add(new ListedFilm(listed.size() + 1, film.row(), waiting(film.claim(), order.now())));
    }
    return listed;
  }

  private static OptionalDouble waiting(Claim claim, Instant now) {
    return claim
        .since()
        .map(
            since ->
                OptionalDouble.of(Math.max(0, Duration.between(since, now).toMillis() / 3.6e6)))
        .orElse(OptionalDouble.empty());
  }

  /** What its reader must know, also of copies and of what was said before the file changed. */
  public List<FilmWarning> warnings() {
    List<FilmWarning> warnings = new ArrayList<>(row.film().warnings());
    row.duplicateOf()
        .ifPresent(
            original ->
                warnings.add(
                    new FilmWarning(
                        FilmWarning.Code.DUPLICATE, "It is the same film as " + original + ".")));
    if (row.outdated()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.VERDICT_OUTDATED,
              "Verdict and note were given before the file changed."));
    }
    return warnings;
  }
}
