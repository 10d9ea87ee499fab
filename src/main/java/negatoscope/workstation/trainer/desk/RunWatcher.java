package negatoscope.workstation.trainer.desk;

import negatoscope.training.run.TrainingWatcher;

/** Is told of a run that may have several parts: the model itself, and folds after it. */
public interface RunWatcher extends TrainingWatcher {
  /**
   * A part begins.
   *
   * @param number from 1
   * @param of how many parts
   */
  void part(int number, int of);
}
