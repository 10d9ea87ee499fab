package negatoscope.command.train;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import negatoscope.command.surroundings.Console;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingWatcher;

/**
 * A training on a terminal: a line for every epoch, and below it, where a person looks, one that
 * says where the training is.
 */
final class TrainingLine implements TrainingWatcher {
  private static final String ERASE_LINE = "\r\u001B[K";
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(200);

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier clock;
  private boolean shown;
  private long written;

  TrainingLine(Console console) {
    this(console, System::nanoTime);
  }

  /**
   * A line on standard error.
   *
   * @param clock in nanoseconds; what comes sooner than a fifth of a second is not shown
   */
  TrainingLine(Console console, LongSupplier clock) {
    err = console.err();
    terminal = console.errTerminal();
    this.clock = clock;
  }

  @Override
  public void now(TrainingMoment moment) {
    long time = clock.getAsLong();
    if (terminal && (!shown || time - written >= BETWEEN)) {
      err.print(ERASE_LINE + "%3.0f %% ".formatted(100 * moment.share()) + moment.line());
      err.flush();
      shown = true;
      written = time;
    }
  }

  @Override
  public void epochEnded(List<Epoch> soFar) {
    say(soFar.get(soFar.size() - 1).line());
  }

  @Override
  public void resumed(List<Epoch> before) {
    say(
        before.isEmpty()
            ? "The training goes on."
            : "The training goes on after " + before.get(before.size() - 1).line());
  }

  /** Writes a line, and takes the passing one away. */
  void say(String line) {
    clear();
    err.println(line);
    err.flush();
  }

  /** Takes the passing line away. */
  void clear() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
      shown = false;
    }
  }
}
