package negatoscope.training.series;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a series: plain values, ready to be shown or written.
 *
 * @param name of the series
 * @param kind why there were several trainings
 * @param source of the films
 * @param made when, ISO 8601
 * @param notes sentences on what went otherwise than planned
 * @param arms in the order of the plan
 */
public record SeriesResult(
    String name,
    SeriesKind kind,
    Path source,
    String made,
    List<String> notes,
    List<ArmResult> arms) {
  /** Copies the lists. */
  public SeriesResult {
    notes = List.copyOf(notes);
    arms = List.copyOf(arms);
  }

  /** The arm by which the series is named: the first. */
  public ArmResult first() {
    return arms.get(0);
  }
}
