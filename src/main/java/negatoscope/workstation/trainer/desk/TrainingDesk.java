package negatoscope.workstation.trainer.desk;

import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.report.Evaluation;
import negatoscope.training.run.TrainingControl;

/** Trains for the wizard. */
public interface TrainingDesk {
  /**
   * Says what a training would take, by a measured piece of it that takes some seconds.
   *
   * @throws negatoscope.task.Failure why it could not be trained
   */
  Estimate measure(Wish wish, Progress progress, Cancellation cancellation);

  /**
   * Trains a model in a folder, and the folds beside it; goes on from the last epoch there if one
   * was begun. A cancelled run leaves what the next one needs to go on; one that is stopped leaves
   * out the folds that are not done.
   *
   * @param watcher told on the calling thread
   * @throws negatoscope.task.Failure why it ended
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   */
  Trained train(Wish wish, RunFolder folder, RunWatcher watcher, TrainingControl control);

  /** Asks a finished model of a folder again about the films that it did not learn from. */
  Trained judge(Wish wish, RunFolder folder, Progress progress, Cancellation cancellation);

  /**
   * Judges a finished model of a folder on the same films for a report: with probes, heat maps and
   * examples.
   *
   * @throws negatoscope.task.Failure why it could not
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   */
  Evaluation evaluate(Wish wish, RunFolder folder, Progress progress, Cancellation cancellation);
}
