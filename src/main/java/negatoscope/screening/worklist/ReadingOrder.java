package negatoscope.screening.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * In which order films are read: those that nobody has read; of them the overdue ones, the longest
 * waiting first; then those on which two models disagree; then the others. Both by urgency, and
 * those that are as urgent by their waiting.
 *
 * <p>Order by urgency alone lets the least urgent films wait without end while others come; with a
 * limit from which waiting comes first the worst case stays near that of reading in the order of
 * arrival (Baltruschat and others, European Radiology 2021, simulated the same rule).
 *
 * @param overdue from how long a wait on a film comes first
 * @param now when the list is made
 */
public record ReadingOrder(Duration overdue, Instant now) implements Comparator<Claim> {
  /** What is overdue where nobody says otherwise. */
  public static final Duration OVERDUE = Duration.ofHours(4);

  private static final Comparator<Claim> LONGEST_WAITING =
      Comparator.comparing(claim -> claim.since().orElse(Instant.MAX));

  /** Whether a film waits too long. */
  public boolean isOverdue(Claim claim) {
    return claim.since().filter(since -> !since.plus(overdue).isAfter(now)).isPresent();
  }

  @Override
  public int compare(Claim one, Claim other) {
    if (one.read() != other.read()) {
      return one.read() ? 1 : -1;
    }
    boolean late = isOverdue(one);
    if (late != isOverdue(other)) {
      return late ? -1 : 1;
    }
    if (!late && one.disputed() != other.disputed()) {
      return one.disputed() ? -1 : 1;
    }
    int byUrgency = late ? 0 : Double.compare(other.urgency(), one.urgency());
    if (byUrgency != 0) {
      return byUrgency;
    }
    int byWaiting = LONGEST_WAITING.compare(one, other);
    return byWaiting != 0 ? byWaiting : one.label().compareTo(other.label());
  }
}
