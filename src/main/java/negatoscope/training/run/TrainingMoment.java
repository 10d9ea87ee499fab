package negatoscope.training.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a training is.
 *
 * @param phase what kind of work it does
 * @param doing the same in words
 * @param share of all its work that is done, 0 to 1
 * @param secondsLeft until the model is there, by the pace so far; pauses not counted
 * @param memory bytes that the process takes
 * @param epoch the one under way; null outside of epochs
 */
public record TrainingMoment(
    Phase phase,
    String doing,
    double share,
    double secondsLeft,
    long memory,
    @Nullable Running epoch) {
  private static final double GIGABYTE = 1e9;
  private static final int MINUTE = 60;

  /** The same, of a whole that has other parts too. */
  public TrainingMoment withShare(double ofWhole) {
    return new TrainingMoment(phase, doing, ofWhole, secondsLeft, memory, epoch);
  }

  /** Kinds of work. */
  public enum Phase {
    /** Films are read and what does not change is computed. */
    PREPARING,
    /** Weights move. */
    LEARNING,
    /** It was asked to wait, and does. */
    PAUSED,
    /** The model is written and checked. */
    FINISHING
  }

  /**
   * An epoch that has not ended yet.
   *
   * @param stage {@code head} or {@code whole}
   * @param run number of the run within the stage, from 1
   * @param runs how many there will be
   * @param epoch number of the epoch within the run, from 1
   * @param epochs of a run
   * @param films learned from in this epoch
   * @param ofFilms how many it will be
   * @param loss mean over the updates so far
   * @param accuracy share of the films so far that were answered rightly, dropout included
   * @param rate learning rate of the last update
   * @param filmsPerSecond in this epoch
   */
  public record Running(
      String stage,
      int run,
      int runs,
      int epoch,
      int epochs,
      int films,
      int ofFilms,
      double loss,
      double accuracy,
      double rate,
      double filmsPerSecond) {
    /** In a few words for people. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "%s%s, epoch %d of %d, film %d of %d: loss %.3f, accuracy %.3f, rate %.1e, %.1f films/s",
          stage,
          runs > 1 ? " " + run + " of " + runs : "",
          epoch,
          epochs,
          films,
          ofFilms,
          loss,
          accuracy,
          rate,
          filmsPerSecond);
    }
  }

  /** In one line for people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s%s; %s left; %.1f GB",
        phase == Phase.PAUSED ? "paused: " : "",
        epoch == null ? doing : epoch.line(),
        time(secondsLeft),
        memory / GIGABYTE);
  }

  private static String time(double seconds) {
    return seconds < MINUTE
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
  }
}
