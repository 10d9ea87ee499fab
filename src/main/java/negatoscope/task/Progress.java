package negatoscope.task;

/** Takes word of how far a long piece of work has come. Called from the thread that works. */
@FunctionalInterface
public interface Progress {
  /** Drops everything. */
  Progress NONE = (done, total, message) -> {};

  /**
   * Says how far the work is.
   *
   * @param done units done, 0 to total
   * @param total units in all; below 0 where that is unknown
   * @param message what is being done now
   */
  void report(long done, long total, String message);
}
