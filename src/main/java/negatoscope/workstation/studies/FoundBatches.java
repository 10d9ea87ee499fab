package negatoscope.workstation.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import negatoscope.intake.Found;

/**
 * Carries what a scan finds to the window's thread: the first at once, then a batch at most ten
 * times a second, and the next only when the last was taken.
 */
final class FoundBatches {
  private static final long NANOSECONDS_BETWEEN = 100_000_000;

  private final Executor window;
  private final Consumer<List<Found>> to;
  private List<Found> waiting = new ArrayList<>();
  private boolean underWay;
  private long last = System.nanoTime() - NANOSECONDS_BETWEEN;

  FoundBatches(Executor window, Consumer<List<Found>> to) {
    this.window = window;
    this.to = to;
  }

  /** Takes a result; on the scanning thread. */
  void add(Found found) {
    synchronized (this) {
      waiting.add(found);
    }
    sendIfTime();
  }

  /** To be called now and then by the scanning thread. */
  void sendIfTime() {
    synchronized (this) {
      if (waiting.isEmpty() || underWay || System.nanoTime() - last < NANOSECONDS_BETWEEN) {
        return;
      }
      underWay = true;
    }
    window.execute(this::flush);
  }

  /** Hands on everything; on the window's thread. */
  void flush() {
    List<Found> batch;
    synchronized (this) {
      batch = waiting;
      waiting = new ArrayList<>();
      underWay = false;
      last = System.nanoTime();
    }
    if (!batch.isEmpty()) {
      to.accept(batch);
    }
  }
}
