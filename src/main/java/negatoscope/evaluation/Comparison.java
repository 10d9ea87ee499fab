package negatoscope.evaluation;

/**
 * Two classifiers on the same films.
 *
 * @param agreement how often each was right, with McNemar's test
 * @param differences the first one's figures minus the second's, with paired intervals
 */
public record Comparison(Agreement agreement, FigureIntervals differences) {
  /** Compares them. */
  public static Comparison of(Predictions first, Predictions second, Bootstrap bootstrap) {
    return new Comparison(
        Agreement.of(first.labels(), first.predicted(), second.predicted(), first.classes()),
        FigureIntervals.difference(first, second, bootstrap));
  }
}
