package negatoscope.screening.worklist;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;

/**
 * What speaks for reading a film before others.
 *
 * @param read whether somebody has read it
 * @param disputed whether two models disagree on it
 * @param urgency 0 to 1
 * @param since from when on it waits, where that is known
 * @param label by which films are ordered that nothing else tells apart
 */
public record Claim(
    boolean read, boolean disputed, double urgency, Optional<Instant> since, String label) {
  /** Of a film about which the network has nothing reliable to say: it must not sink. */
  public static final double UNKNOWN = 0.5;

  /** Names of the class of films without a finding. */
  private static final Set<String> HEALTHY =
      Set.of("normal", "healthy", "negative", "no finding", "no-finding", "no_finding");

  /** The claim of a row. */
  public static Claim of(JournalRow row) {
    ScreenedFilm film = row.film();
    boolean disputed = film.result() instanceof FilmResult.Answered answered && answered.disputed();
    return new Claim(row.isRead(), disputed, urgency(film), film.origin().since(), film.label());
  }

  /**
   * How urgent a film is: the probability that it is not normal; at least {@link #UNKNOWN} where a
   * warning says that the probability is not to be relied on, and just that where there is none. A
   * model without a class for films without a finding tells none apart.
   */
  public static double urgency(ScreenedFilm film) {
    if (!(film.result() instanceof FilmResult.Answered answered)) {
      return UNKNOWN;
    }
    double abnormal = 1 - normal(answered.probabilities());
    return film.warnings().isEmpty() ? abnormal : Math.max(abnormal, UNKNOWN);
  }

  private static double normal(Map<String, Double> probabilities) {
    return probabilities.entrySet().stream()
        .filter(each -> HEALTHY.contains(each.getKey().toLowerCase(Locale.ROOT)))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
