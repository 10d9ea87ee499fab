package negatoscope.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the engine: films, first come, first served, and checks, which come when no film
 * waits. May be used from any thread.
 */
final class Waiting {
  /** How long an even batch waits to be filled: some times what a film takes to be read. */
  private static final long LINGER = 200;

  private final Deque<Request> films = new ArrayDeque<>();
  private final Deque<Check<?>> checks = new ArrayDeque<>();
  private boolean closed;

  /** What the engine does next. */
  sealed interface Work {}

  /** Films that want the same heat maps. */
  record Batch(List<Request> films) implements Work {}

  /** A check to go on with by one step; to be added again where it is not over. */
  record Step(Check<?> check) implements Work {}

  /** Lets a film wait, or says no where no engine thread will come any more. */
  synchronized boolean add(Request request) {
    if (!closed) {
      films.add(request);
      notifyAll();
    }
    return !closed;
  }

  /** Lets a check wait, or says no where no engine thread will come any more. */
  synchronized boolean add(Check<?> check) {
    if (!closed) {
      checks.add(check);
      notifyAll();
    }
    return !closed;
  }

  /**
   * Waits for work and takes it: the first films that want the same heat maps, else a check. An
   * even batch waits {@link #LINGER} milliseconds for its films.
   *
   * @return null once this is closed
   */
  synchronized @Nullable Work take(Batching batching) throws InterruptedException {
    while (!closed) {
      linger(batching);
      if (!closed && !films.isEmpty()) {
        return new Batch(batch(batching.size()));
      }
      if (!checks.isEmpty()) {
        return new Step(checks.remove());
      }
      wait();
    }
    return null;
  }

  /** Another thread may take the films meanwhile. */
  private void linger(Batching batching) throws InterruptedException {
    long until = System.nanoTime() + LINGER * 1_000_000;
    while (batching.even() && !films.isEmpty() && films.size() < batching.size() && !closed) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(left);
    }
  }

  private List<Request> batch(int most) {
    List<Request> batch = new ArrayList<>();
    while (!films.isEmpty() && batch.size() < most && fits(films.element(), batch)) {
      batch.add(films.remove());
    }
    return batch;
  }

  private static boolean fits(Request next, List<Request> batch) {
    return batch.isEmpty() || batch.get(0).methods().equals(next.methods());
  }

  /** What still waited when the engine was closed. */
  record Left(List<Request> films, List<Check<?>> checks) {}

  /** Takes no more work; returns what still waited. */
  synchronized Left close() {
    closed = true;
    notifyAll();
    Left left = new Left(List.copyOf(films), List.copyOf(checks));
    films.clear();
    checks.clear();
    return left;
  }
}
