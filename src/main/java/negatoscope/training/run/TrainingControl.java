package negatoscope.training.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import negatoscope.task.Cancellation;

/**
 * By what a training is steered from outside. A training that is paused waits after the piece of
 * work at hand; one that is stopped makes a model of the best epoch so far, and of the first one if
 * none has ended yet; one that is cancelled ends at once and leaves its checkpoint.
 *
 * <p>Threads: any. A control serves one training.
 */
public final class TrainingControl {
  private static final long LOOK_AGAIN = 100;

  private final Cancellation cancellation = new Cancellation();
  private final LongSupplier clock;
  private boolean paused;
  private boolean stopping;
  private long waited;

  /** Nothing is asked for yet. */
  public TrainingControl() {
    this(System::nanoTime);
  }

  TrainingControl(LongSupplier clock) {
    this.clock = clock;
  }

  /** Asks it to wait. */
  public synchronized void pause() {
    paused = true;
  }

  /** Lets it go on. */
  public synchronized void goOn() {
    paused = false;
    notifyAll();
  }

  /** Asks it to learn no more and to make a model of the best epoch so far. */
  public synchronized void stop() {
    stopping = true;
    goOn();
  }

  /** Asks it to end without a model; it can be resumed from its last epoch. */
  public void cancel() {
    cancellation.cancel();
    goOn();
  }

  /** Whether it was asked to wait. */
  public synchronized boolean paused() {
    return paused;
  }

  /** Whether it was asked to stop. */
  public synchronized boolean stopping() {
    return stopping;
  }

  /** What {@link #cancel} sets. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** A clock in nanoseconds that stands still while the training waits. */
  public synchronized long time() {
    return clock.getAsLong() - waited;
  }

  /**
   * Waits as long as it is paused; called by the thread of the run.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  synchronized void waitWhilePaused() {
    long from = clock.getAsLong();
    while (paused && !cancellation.isCancelled()) {
      try {
        TimeUnit.MILLISECONDS.timedWait(this, LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancellation.cancel();
      }
    }
    waited += clock.getAsLong() - from;
    cancellation.check();
  }
}
