package negatoscope.training.run;

import java.util.Arrays;
import java.util.Map;
import negatoscope.network.Update;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.training.recipe.Robust;

/**
 * How much each group of films counts under a robust loss: the online algorithm of Sagawa and
 * others (2020). The loss of a batch is the sum over its groups of the group's weight times its
 * mean loss; after each update, the weight of a group is multiplied by exp(rate × its mean loss),
 * and all are scaled to sum to one. So a group that does badly counts ever more.
 *
 * <p>The losses are those that the update itself saw, so that no film goes through the network
 * twice: the weights move after the step, not before it.
 *
 * <p>Used from the thread of the run.
 */
final class GroupWeights {
  /** Under this name the weights lie beside the optimiser's state. */
  private static final String NAME = "group_weights";

  private final double rate;
  private final float[] shares;

  /** All groups count alike. */
  GroupWeights(Robust robust, int groups) {
    rate = robust.rate();
    shares = new float[groups];
    Arrays.fill(shares, 1f / groups);
  }

  /** The batch with each film's weight times what its group counts; its mean stays the loss. */
  TrainingBatch weighed(TrainingBatch batch) {
    if (rate == 0) {
      return batch;
    }
    int[] sizes = new int[shares.length];
    for (int group : batch.groups()) {
      sizes[group]++;
    }
    float[] weights = batch.sampleWeights().clone();
    for (int i = 0; i < weights.length; i++) {
      int group = batch.groups()[i];
      weights[i] *= shares[group] * batch.count() / sizes[group];
    }
    return batch.withWeights(weights);
  }

  /** Takes what an update saw. */
  void learn(TrainingBatch batch, Update update) {
    if (rate == 0) {
      return;
    }
    double[] losses = new double[shares.length];
    int[] sizes = new int[shares.length];
    int classes = update.logits()[0].length;
    for (int i = 0; i < batch.count(); i++) {
      int group = batch.groups()[i];
      losses[group] += loss(update.logits()[i], batch.targets(), i * classes);
      sizes[group]++;
    }
    double[] raised = new double[shares.length];
    double sum = 0;
    for (int group = 0; group < shares.length; group++) {
      double mean = sizes[group] == 0 ? 0 : losses[group] / sizes[group];
      raised[group] = shares[group] * Math.exp(rate * mean);
      sum += raised[group];
    }
    for (int group = 0; group < shares.length; group++) {
      shares[group] = (float) (raised[group] / sum);
    }
  }

  /** Cross-entropy of the softmax. */
  private static double loss(float[] logits, float[] targets, int offset) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - greatest);
    }
    double logarithm = greatest + Math.log(sum);
    double loss = 0;
    for (int k = 0; k < logits.length; k++) {
      loss += targets[offset + k] * (logarithm - logits[k]);
    }
    return loss;
  }

  /** What each group counts; they sum to one. */
  float[] shares() {
    return shares.clone();
  }

  /** The optimiser's state with the weights beside it. */
  Weights with(Weights state) {
    return rate == 0
        ? state
        : state.with(
            new Weights(Map.of(NAME, new WeightTensor(new int[] {shares.length}, shares.clone()))));
  }

  /** Takes the weights out of an optimiser's state, and returns the rest. */
  Weights without(Weights state) {
    WeightTensor kept = state.get(NAME);
    if (rate == 0 || kept == null) {
      return state;
    }
    System.arraycopy(kept.values(), 0, shares, 0, shares.length);
    Map<String, WeightTensor> rest = new java.util.LinkedHashMap<>(state.asMap());
    rest.remove(NAME);
    return new Weights(rest);
  }
}
