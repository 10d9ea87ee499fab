package negatoscope.training.run;

import java.util.List;
import java.util.function.LongSupplier;
import negatoscope.training.films.Ledger;
import negatoscope.training.run.TrainingMoment.Phase;
import negatoscope.training.run.TrainingMoment.Running;
import org.jspecify.annotations.Nullable;

/**
 * Tells a training's watcher what is done, and lets it wait where it is paused: between two pieces
 * of work, each of which is booked in the ledger.
 */
public final class Reporter implements Ledger.Listener {
  private final TrainingWatcher watcher;
  private final TrainingControl control;
  private final LongSupplier memory;
  private Phase phase = Phase.PREPARING;
  private @Nullable Running running;

  /**
   * A reporter.
   *
   * @param memory bytes that the process takes
   */
  public Reporter(TrainingWatcher watcher, TrainingControl control, LongSupplier memory) {
    this.watcher = watcher;
    this.control = control;
    this.memory = memory;
  }

  /** What follows is of another kind, and in no epoch. */
  public void enter(Phase next) {
    phase = next;
    running = null;
  }

  /** What follows is within an epoch. */
  void within(Running epoch) {
    phase = Phase.LEARNING;
    running = epoch;
  }

  /** Bytes that the process takes now. */
  long memory() {
    return memory.getAsLong();
  }

  @Override
  public void worked(String doing, double share, double secondsLeft) {
    watcher.now(moment(phase, doing, share, secondsLeft));
    if (control.paused()) {
      watcher.now(moment(Phase.PAUSED, doing, share, secondsLeft));
      control.waitWhilePaused();
    }
  }

  private TrainingMoment moment(Phase now, String doing, double share, double secondsLeft) {
    return new TrainingMoment(now, doing, share, secondsLeft, memory(), running);
  }

  /** All epochs so far, the last of which has just ended. */
  public void epochEnded(List<Epoch> soFar) {
    watcher.epochEnded(List.copyOf(soFar));
  }

  /** The epochs before an interruption. */
  public void resumed(List<Epoch> before) {
    watcher.resumed(List.copyOf(before));
  }
}
