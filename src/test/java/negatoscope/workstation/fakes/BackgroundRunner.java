package negatoscope.workstation.fakes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;
import org.testfx.util.WaitForAsyncUtils;

/** Does work on a thread of its own, and tells the outcome on the JavaFX thread. */
public final class BackgroundRunner implements TaskRunner, AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicInteger under = new AtomicInteger();

  @Override
  public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
    Cancellation cancellation = new Cancellation();
    under.incrementAndGet();
    thread.execute(
        () -> {
          Outcome<T> outcome = Outcome.of(work, Progress.NONE, cancellation);
          Platform.runLater(
              () -> {
                then.accept(outcome);
                under.decrementAndGet();
              });
        });
    return cancellation;
  }

  /** Whether nothing waits, runs, or is still to be told. */
  public boolean isIdle() {
    return under.get() == 0;
  }

  /** Waits until something seen on the JavaFX thread is so. */
  public static void until(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, so::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("it never happened", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
