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

  private final Progress progress;
  private final LongSupplier clock;
  private final double total;
  private final long start;
  private double done;

  /**
   * Starts the account.
   *
   * @param clock in nanoseconds
   */
  public Ledger(double total, Progress progress, LongSupplier clock) {
    this.total = total;
    this.progress = progress;
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** Books work that was done. */
  public void add(double units, String message) {
    done += units;
    double seconds = seconds();
    double rest = done > 0 ? seconds / done * Math.max(0, total - done) : 0;
    progress.report(Math.round(done), Math.round(total), message + ", " + left(rest));
  }

  /** Seconds since the start. */
  public double seconds() {
    return (clock.getAsLong() - start) / NANOS;
  }

  /** The clock, in seconds. */
  public double now() {
    return clock.getAsLong() / NANOS;
  }

  private static String left(double seconds) {
    return seconds < MINUTE
        ? String.format(Locale.ROOT, "%.0f s left", seconds)
        : String.format(Locale.ROOT, "%.0f min left", seconds / MINUTE);
  }
}
