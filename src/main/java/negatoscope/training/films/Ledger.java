package negatoscope.training.films;

import java.util.Locale;
import java.util.function.LongSupplier;
import negatoscope.task.Progress;

/**
 * Keeps account of the work of a whole run, in forward passes of one film, and says how long the
 * rest will take. Used from one thread.
 */
public final class Ledger {
  /** Reading a film and shrinking it. */
  public static final double READING = 0.3;

  /** An update of the head alone, beside a forward pass of the whole network. */
  public static final double HEAD_UPDATE = 0.3;

  /** An update of all weights. */
  public static final double WHOLE_UPDATE = 3;

  private static final double NANOS = 1e9;
  private static final int MINUTE = 60;

  private final Listener listener;
  private final LongSupplier clock;
  private final double total;
  private final long start;
  private double worked;
  private double done;

  /** Told after each piece of work. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Takes word.
     *
     * @param doing what was done
     * @param share of all the work, 0 to 1
     * @param secondsLeft by the pace so far
     */
    void worked(String doing, double share, double secondsLeft);

    /** One who passes it on as progress in words. */
    static Listener of(Progress progress) {
      return (doing, share, seconds) ->
          progress.report(Math.round(share * 100), 100, doing + ", " + left(seconds));
    }

    private static String left(double seconds) {
      return seconds < MINUTE
          ? String.format(Locale.ROOT, "%.0f s left", seconds)
          : String.format(Locale.ROOT, "%.0f min left", seconds / MINUTE);
    }
  }

  /**
   * Starts the account.
   *
   * @param total all the work, in forward passes of one film
   * @param clock in nanoseconds
   */
  public Ledger(double total, Listener listener, LongSupplier clock) {
    this.total = total;
    this.listener = listener;
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** Books work that was done. */
  public void add(double units, String doing) {
    worked += units;
    done += units;
    double rest = worked > 0 ? seconds() / worked * Math.max(0, total - done) : 0;
    listener.worked(doing, total > 0 ? Math.min(1, done / total) : 0, rest);
  }

  /** Books work that need not be done, or was done before: it takes no time. */
  public void skip(double units) {
    done += units;
  }

  /** Seconds since the start. */
  public double seconds() {
    return (clock.getAsLong() - start) / NANOS;
  }

  /** The clock, in seconds. */
  public double now() {
    return clock.getAsLong() / NANOS;
  }
}
