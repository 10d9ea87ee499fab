package negatoscope.classification;

import java.util.concurrent.CompletableFuture;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/** A question that takes many runs of the network; asked one run at a time on an engine thread. */
abstract class Check<T> {
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final Progress progress;
  private final Cancellation cancellation;
  private final int steps;
  private final String title;
  private int done;

  /**
   * A check that has not begun.
   *
   * @param title what is done, for people
   * @param steps how many runs it takes
   */
  Check(String title, int steps, Progress progress, Cancellation cancellation) {
    this.title = title;
    this.steps = steps;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Completed on an engine thread. */
  CompletableFuture<T> answer() {
    return answer;
  }

  /**
   * Does the next step; only called while there is one.
   *
   * @param step its number, from 0
   */
  abstract void run(int step, ServingModel served);

  /** What the steps came to. */
  abstract T result();

  /** Does one step, unless nobody waits for it any more; returns whether this check is over. */
  boolean advance(ServingModel served) {
    if (cancellation.isCancelled()) {
      answer.cancel(false);
    }
    if (answer.isDone()) {
      return true;
    }
    try {
      progress.report(done, steps, title);
      run(done, served);
      done++;
      if (done == steps) {
        progress.report(done, steps, title);
        answer.complete(result());
      }
    } catch (RuntimeException | Error e) {
      // An engine out of memory must not leave anybody waiting for ever.
      fail(Failure.of(e));
    }
    return answer.isDone();
  }

  /** Ends the check without a result. */
  void fail(Failure failure) {
    answer.completeExceptionally(failure);
  }
}
