package negatoscope.workstation.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;

/**
 * Runs each piece of work as a JavaFX {@link Task} that is listed while it runs, so that the status
 * bar can show and cancel it. To be called on the JavaFX thread, which is also told the outcome.
 *
 * <p>What waits is gone as soon as it is cancelled. What runs says so and stays listed until it has
 * stopped, so that nobody takes for over what still reads or writes.
 */
final class FxTaskRunner implements TaskRunner {
  private final ObservableList<Task<?>> running;
  private final Executor executor;

  FxTaskRunner(ObservableList<Task<?>> running, Executor executor) {
    this.running = running;
    this.executor = executor;
  }

  @Override
  public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
    Cancellation cancellation = new Cancellation();
    WorkTask<T> task = new WorkTask<>(title, work, cancellation);
    Consumer<Outcome<T>> end =
        outcome -> {
          running.remove(task);
          then.accept(outcome);
        };
    task.setOnSucceeded(event -> end.accept(task.getValue()));
    task.setOnCancelled(event -> end.accept(new Outcome.Cancelled<>()));
    task.setOnFailed(event -> end.accept(new Outcome.Failed<>(Failure.of(task.getException()))));
    running.add(task);
    executor.execute(task);
    return cancellation;
  }

  private static final class WorkTask<T> extends Task<Outcome<T>> {
    private final Work<T> work;
    private final Cancellation cancellation;
    private volatile boolean begun;

    WorkTask(String title, Work<T> work, Cancellation cancellation) {
      this.work = work;
      this.cancellation = cancellation;
      updateTitle(title);
    }

    @Override
    protected Outcome<T> call() {
      begun = true;
      return Outcome.of(
          work,
          (done, total, message) -> {
            updateProgress(total < 0 ? -1 : done, total < 0 ? -1 : total);
            if (!cancellation.isCancelled()) {
              updateMessage(message);
            }
          },
          cancellation);
    }

    /** Asks the work to stop between two items; a thread inside the engine is not interrupted. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      cancellation.cancel();
      if (begun && !isDone()) {
        updateMessage("Cancelling…");
        return false;
      }
      return super.cancel(false);
    }
  }
}
