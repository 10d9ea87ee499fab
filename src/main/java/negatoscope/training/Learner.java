package negatoscope.training;

import negatoscope.training.films.Ledger;

/** One stage's way to the network: what it reads, and which weights move. */
interface Learner {
  /** {@code head} or {@code whole}. */
  String stage();

  /** How many films there are to learn from. */
  int films();

  /**
   * Makes a batch; called on the pool.
   *
   * @param epoch from 0
   * @param number of the batch within the epoch, from 0
   * @param order numbers of its films
   */
  TrainingBatch batch(int epoch, int number, int[] order);

  /** One update; called on the run's thread. Returns the loss before it. */
  float step(TrainingBatch batch, double rate);

  /** Judges the network's present weights on the validation films. */
  Validation validate();

  /** What an update of one film costs, in {@link Ledger}'s unit. */
  double updateCost();

  /** What {@link #validate} costs, in {@link Ledger}'s unit. */
  double validationCost();
}
