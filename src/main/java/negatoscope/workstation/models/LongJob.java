package negatoscope.workstation.models;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;

/**
 * One long piece of work at a time, with its progress, a way to stop it, and one sentence that says
 * how it ended. Lives on the JavaFX thread.
 */
public final class LongJob {
  private final TaskRunner runner;
  private final Executor window;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
  private Cancellation stop = new Cancellation();

  /**
   * Nothing runs.
   *
   * @param window runs what it is given on the JavaFX thread
   */
  LongJob(TaskRunner runner, Executor window) {
    this.runner = runner;
    this.window = window;
  }

  /** Whether something runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far it is, 0 to 1; below 0 where that is unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What runs, or how the last one ended. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the last one failed. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /**
   * Starts a piece of work, unless one is running.
   *
   * @param title what it is, while it runs
   * @param done what to say when it is done
   * @param then what to do then
   */
  <T> void run(String title, Work<T> work, Function<T, String> done, Consumer<T> then) {
    if (running.get()) {
      return;
    }
    running.set(true);
    failed.set(false);
    progress.set(-1);
    message.set(title + "…");
    Cancellation own = new Cancellation();
    stop = own;
    Cancellation unused =
        runner.run(
            title,
            (report, byRunner) -> work.run(both(report, byRunner, own), own),
            outcome -> end(title, outcome, done, then));
  }

  /** Passes progress on in steps of a hundredth, and a cancellation by the runner with it. */
  private Progress both(Progress report, Cancellation byRunner, Cancellation own) {
    AtomicLong last = new AtomicLong(-1);
    return (done, total, what) -> {
      if (byRunner.isCancelled()) {
        own.cancel();
      }
      report.report(done, total, what);
      long percent = total > 0 ? 100 * done / total : -1;
      if (last.getAndSet(percent) != percent) {
        window.execute(() -> progress.set(percent < 0 ? -1 : percent / 100.0));
      }
    };
  }

  private <T> void end(
      String title, Outcome<T> outcome, Function<T, String> done, Consumer<T> then) {
    running.set(false);
    if (outcome instanceof Outcome.Done<T> well) {
      message.set(done.apply(well.value()));
      then.accept(well.value());
    } else if (outcome instanceof Outcome.Failed<T> failure) {
      failed.set(true);
      message.set(failure.failure().getMessage());
    } else {
      message.set(title + " was cancelled.");
    }
  }

  /** Stops what runs. */
  public void cancel() {
    stop.cancel();
  }

  /** Says something that needs no work. */
  void say(String sentence) {
    failed.set(false);
    message.set(sentence);
  }
}
