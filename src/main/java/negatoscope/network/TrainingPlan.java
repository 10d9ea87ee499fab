package negatoscope.network;

import java.util.Optional;

/**
 * What of a network learns, and how its gradients are limited. Everything below the layer that is
 * named stays as it is, its batch normalisation in inference mode; in the part that learns, batch
 * normalisation of the backbone keeps its moving statistics too.
 *
 * @param fineTuneFrom the first layer or block of the backbone that learns; {@link #ALL} for the
 *     whole backbone; empty for none of it
 * @param lstmFrozen whether the head's LSTM stays as it is
 * @param clipValue every element of a gradient is limited to ± this before the update; infinity for
 *     no limit
 * @param weightDecay share of a weight, times the rate, that each update takes away; 0 for none
 */
public record TrainingPlan(
    Optional<String> fineTuneFrom, boolean lstmFrozen, double clipValue, double weightDecay) {
  /** Stands for a backbone that learns as a whole. */
  public static final String ALL = "all";

  /** Checks the range. */
  public TrainingPlan {
    if (!(clipValue > 0)) {
      throw new IllegalArgumentException("a gradient is clipped at a positive value");
    }
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException("weights do not grow by decay");
    }
  }

  /** The backbone and the head learn. */
  public static TrainingPlan wholeNetwork() {
    return from(ALL);
  }

  /** The head learns; the backbone is frozen. */
  public static TrainingPlan headOnly() {
    return new TrainingPlan(Optional.empty(), false, Double.POSITIVE_INFINITY, 0);
  }

  /** The backbone learns from a layer or block on, and so does the head. */
  public static TrainingPlan from(String layerOrBlock) {
    return new TrainingPlan(Optional.of(layerOrBlock), false, Double.POSITIVE_INFINITY, 0);
  }

  /** The same with the LSTM frozen or not. */
  public TrainingPlan withLstmFrozen(boolean frozen) {
    return new TrainingPlan(fineTuneFrom, frozen, clipValue, weightDecay);
  }

  /** The same with gradients clipped at ± a value. */
  public TrainingPlan withClipValue(double value) {
    return new TrainingPlan(fineTuneFrom, lstmFrozen, value, weightDecay);
  }

  /** The same with weights that decay. */
  public TrainingPlan withWeightDecay(double share) {
    return new TrainingPlan(fineTuneFrom, lstmFrozen, clipValue, share);
  }

  /** Whether nothing of the backbone learns. */
  public boolean backboneFrozen() {
    return fineTuneFrom.isEmpty();
  }

  /** Whether the whole backbone learns. */
  public boolean wholeBackbone() {
    return fineTuneFrom.filter(ALL::equals).isPresent();
  }
}
