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
import org.jspecify.annotations.Nullable;

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
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private Cancellation stop = new Cancellation();
  private String current = "";

  /**
   * Nothing runs.
   *
   * @param window runs what it is given on the JavaFX thread
   */
  public LongJob(TaskRunner runner, Executor window) {
    this.runner = runner;
    this.window = window;
  }

  /** Whether something runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether what runs was asked to stop and has not yet. */
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
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
   * Starts a piece of work. While another one runs it is not started, and the message says so.
   *
   * @param title what it is, while it runs
   * @param done what to say when it is done
   * @param then what to do then
   */
  public <T> void run(String title, Work<T> work, Function<T, String> done, Consumer<T> then) {
    if (running.get()) {
      message.set("%s… %s has to wait until that is done or cancelled.".formatted(current, title));
      return;
    }
    current = title;
    running.set(true);
    cancelling.set(false);
    failed.set(false);
    progress.set(-1);
    message.set(title + "…");
    Cancellation started =
        runner.run(
            title,
            (report, cancellation) -> work.run(inHundredths(report), cancellation),
            outcome -> end(title, outcome, done, then));
    if (running.get()) {
      stop = started;
      started.whenCancelled(() -> window.execute(() -> beingCancelled(started)));
    }
  }

  /** Passes progress on, to the window in steps of a hundredth. */
  private Progress inHundredths(Progress report) {
    AtomicLong last = new AtomicLong(-1);
    return (done, total, what) -> {
      report.report(done, total, what);
      long percent = total > 0 ? 100 * done / total : -1;
      if (last.getAndSet(percent) != percent) {
        window.execute(() -> progress.set(percent < 0 ? -1 : percent / 100.0));
      }
    };
  }

  private void beingCancelled(Cancellation which) {
    if (running.get() && which.equals(stop)) {
      cancelling.set(true);
      message.set(current + " – cancelling…");
    }
  }

  private <T> void end(
      String title, Outcome<T> outcome, Function<T, String> done, Consumer<T> then) {
    running.set(false);
    cancelling.set(false);
    if (outcome instanceof Outcome.Done<T> well) {
      message.set(done.apply(well.value()));
      then.accept(well.value());
    } else if (outcome instanceof Outcome.Failed<T> failure) {
      warn(failure.failure().getMessage());
    } else {
      message.set(title + " was cancelled.");
    }
  }

  /** Asks what runs to stop. */
  public void cancel() {
    if (running.get()) {
      stop.cancel();
    }
  }

  /** Says what went wrong. */
  public void warn(@Nullable String sentence) {
    failed.set(true);
    message.set(sentence);
  }
}
