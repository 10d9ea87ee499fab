package negatoscope.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** A wish to stop, set by whoever started the work and looked at by the work between two items. */
public final class Cancellation {
  private final List<Runnable> told = new ArrayList<>();
  private volatile boolean cancelled;

  /** Asks the work to stop. */
  public void cancel() {
    List<Runnable> now;
    synchronized (told) {
      cancelled = true;
      now = List.copyOf(told);
      told.clear();
    }
    now.forEach(Runnable::run);
  }

  /**
   * Tells somebody once the work is asked to stop: on the thread that asks, or at once if it was
   * asked before. What is done must be short.
   */
  public void whenCancelled(Runnable action) {
    synchronized (told) {
      if (!cancelled) {
        told.add(action);
        return;
      }
    }
    action.run();
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
