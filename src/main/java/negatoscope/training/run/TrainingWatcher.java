package negatoscope.training.run;

import java.util.List;
import java.util.function.Consumer;

/**
 * Is told what a training does, on the thread of the run: what it does with it must be short, and
 * is taken to another thread where it paints.
 */
@FunctionalInterface
public interface TrainingWatcher {
  /** Looks away. */
  TrainingWatcher NONE = moment -> {};

  /** Told after each piece of work: some films read, an update, an epoch judged. */
  void now(TrainingMoment moment);

  /**
   * Told after each epoch.
   *
   * @param soFar all epochs of the training, those before an interruption too; the last one has
   *     just ended
   */
  default void epochEnded(List<Epoch> soFar) {}

  /**
   * Told once when a training goes on that was interrupted.
   *
   * @param before its epochs before that; may be empty
   */
  default void resumed(List<Epoch> before) {}

  /** One who only listens for epochs. */
  static TrainingWatcher ofEpochs(Consumer<Epoch> epochs) {
    return new TrainingWatcher() {
      @Override
      public void now(TrainingMoment moment) {}

      @Override
      public void epochEnded(List<Epoch> soFar) {
        epochs.accept(soFar.get(soFar.size() - 1));
      }
    };
  }
}
