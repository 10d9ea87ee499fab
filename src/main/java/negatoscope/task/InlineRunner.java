package negatoscope.task;

import java.util.function.Consumer;

/** Does the work at once, on the calling thread. */
public final class InlineRunner implements TaskRunner {
  private final Progress progress;

  /** A runner that reports to the given place. */
  public InlineRunner(Progress progress) {
    this.progress = progress;
  }

  @Override
  public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
    Cancellation cancellation = new Cancellation();
    then.accept(Outcome.of(work, progress, cancellation));
    return cancellation;
  }
}
