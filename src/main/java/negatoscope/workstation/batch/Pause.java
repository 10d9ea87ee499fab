package negatoscope.workstation.batch;

import negatoscope.task.Cancellation;

/** Holds up the thread of a run for as long as its user wants. Threads: any. */
final class Pause {
  private boolean on;

  /** Holds the run up when it next looks. */
  synchronized void set(boolean paused) {
    on = paused;
    notifyAll();
  }

  /** Waits for as long as it is on, and the run is not asked to stop. */
  synchronized void waitWhileOn(Cancellation cancellation) {
    try {
      while (on && !cancellation.isCancelled()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    }
  }
}
