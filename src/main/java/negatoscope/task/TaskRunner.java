package negatoscope.task;

import java.util.function.Consumer;

/**
 * Runs long work somewhere: in the background of the window, or inline in tests and on the command
 * line.
 */
public interface TaskRunner {
  /**
   * Starts the work.
   *
   * @param title what the work is, for people
   * @param then told how it ended; the window's runner calls it on the JavaFX thread
   * @return by which the work can be stopped
   */
  <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then);
}
