package negatoscope.training.films;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;

/**
 * Makes items on a pool while earlier ones are used: in order, and at most so many ahead that
 * memory stays bounded.
 */
public final class Ahead<T> implements AutoCloseable {
  private final Queue<Future<T>> underWay = new ArrayDeque<>();
  private final ExecutorService pool;
  private final int count;
  private final IntFunction<T> make;
  private final Cancellation cancellation;
  private int started;

  /**
   * Starts the first items.
   *
   * @param depth how many may be ready or under way
   * @param count how many there are in all
   * @param make makes the item of a number, on the pool
   */
  public Ahead(
      ExecutorService pool, int depth, int count, IntFunction<T> make, Cancellation cancellation) {
    this.pool = pool;
    this.count = count;
    this.make = make;
    this.cancellation = cancellation;
    for (int i = 0; i < depth; i++) {
      start();
    }
  }

  private void start() {
    if (started < count) {
      int number = started++;
      Callable<T> work = () -> make.apply(number);
      underWay.add(pool.submit(work));
    }
  }

  /**
   * Waits for the next item.
   *
   * @throws Failure what making it failed with
   * @throws CancellationException if the work was asked to stop
   */
  public T next() {
    cancellation.check();
    try {
      T item = underWay.remove().get();
      start();
      return item;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw Failure.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    underWay.forEach(future -> future.cancel(false));
  }
}
