package negatoscope.task;

import java.util.concurrent.CancellationException;

/** A wish to stop, set by whoever started the work and looked at by the work between two items. */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Asks the work to stop. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether the work was asked to stop. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Ends the work by a {@link CancellationException} if it was asked to stop. */
  public void check() {
    if (cancelled) {
      throw new CancellationException();
    }
  }
}
