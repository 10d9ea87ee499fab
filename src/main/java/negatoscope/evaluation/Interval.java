package negatoscope.evaluation;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure of the sample itself
 * @param low 2.5 % of the resamples lie below
 * @param high 2.5 % of the resamples lie above
 */
public record Interval(double value, double low, double high) {
  /** Whether a value lies within. */
  public boolean contains(double other) {
    return low <= other && other <= high;
  }
}
