package negatoscope.task;

/** A long piece of work with an outcome. */
@FunctionalInterface
public interface Work<T> {
  /**
   * Does the work.
   *
   * @throws Failure if it cannot be done
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   * @throws Exception anything else, which is reported as {@link ErrorCode#INTERNAL}
   */
  T run(Progress progress, Cancellation cancellation) throws Exception;
}
