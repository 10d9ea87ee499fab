package negatoscope.training.run;

import negatoscope.network.Update;
import negatoscope.training.films.Ledger;

/** One stage's way to the network: what it reads, and which weights move. */
public interface Learner {
  /** The stage in which the head alone learns. */
  String HEAD = "head";

  /** The stage in which the backbone learns too. */
  String WHOLE = "whole";

  /** {@link #HEAD} or {@link #WHOLE}. */
  String stage();

  /** Which films an epoch shows. */
  Sampler sampler();

  /** What is to be answered to them. */
  Targets targets();

  /**
   * Makes a batch; called on the pool.
   *
   * @param epoch from 0
   * @param number of the batch within the epoch, from 0
   * @param draws of its films
   */
  TrainingBatch batch(int epoch, int number, int[] draws);

  /** One update; called on the run's thread. */
  Update step(TrainingBatch batch, double rate);

  /** Judges the network's present weights on the validation films. */
  Validation validate();

  /** What an update of one film costs, in {@link Ledger}'s unit. */
  double updateCost();

  /** What {@link #validate} costs, in {@link Ledger}'s unit. */
  double validationCost();
}
