package negatoscope.command.conventions;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import negatoscope.task.Cancellation;

/** Lets Ctrl+C, or the system's wish that the program end, stop work where it is whole. */
public final class Interruption {
  /** How long the system waits for the work, at most. */
  private static final long SECONDS = 30;

  private Interruption() {}

  /** Does some work that is asked to stop when the program is. */
  public static <T> T stopping(Cancellation cancellation, Supplier<T> work) {
    CountDownLatch over = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              cancellation.cancel();
              try {
                over.await(SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      over.countDown();
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending by it.
      return;
    }
  }
}
