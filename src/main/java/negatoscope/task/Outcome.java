package negatoscope.task;

/** How a piece of work ended. */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It failed. */
  record Failed<T>(Failure failure) implements Outcome<T> {}

  /** It was cancelled. */
  record Cancelled<T>() implements Outcome<T> {}

  /** Does the work and catches whatever ends it. */
  static <T> Outcome<T> of(Work<T> work, Progress progress, Cancellation cancellation) {
    try {
      return new Done<>(work.run(progress, cancellation));
    } catch (java.util.concurrent.CancellationException e) {
      return new Cancelled<>();
    } catch (Exception e) {
      return new Failed<>(Failure.of(e));
    }
  }
}
