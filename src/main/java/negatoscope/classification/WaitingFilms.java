package negatoscope.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The films that wait for the engine, first come, first served. May be used from any thread. */
final class WaitingFilms {
  private final Deque<Request> waiting = new ArrayDeque<>();
  private boolean closed;

  /** Lets a film wait, or says no where no engine thread will come any more. */
  synchronized boolean add(Request request) {
    if (closed) {
      return false;
    }
    waiting.add(request);
    notifyAll();
    return true;
  }

  /**
   * Waits for films and takes the first ones that want the same heat maps.
   *
   * @param most how many at most
   * @return at least one; none once this is closed
   */
  synchronized List<Request> takeBatch(int most) throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    List<Request> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < most && fits(waiting.element(), batch)) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private static boolean fits(Request next, List<Request> batch) {
    return batch.isEmpty() || batch.get(0).methods().equals(next.methods());
  }

  /** Takes no more films; returns those that still waited. */
  synchronized List<Request> close() {
    closed = true;
    notifyAll();
    List<Request> left = List.copyOf(waiting);
    waiting.clear();
    return left;
  }
}
