package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import negatoscope.network.TrainingPlan;

/**
 * What of the network learns. In the head stage the backbone is frozen; in the whole stage what
 * lies below a layer of it.
 *
 * @param fineTuneFrom the first layer or block of the backbone that learns in the whole stage;
 *     {@code all} for the whole backbone
 * @param lstmFrozen whether the head's LSTM stays as it was drawn, in both stages
 * @param clipValue every element of a gradient is limited to ± this; 0 for no limit
 * @param weightDecay share of a weight, times the rate, that each update takes away; 0 for none
 */
public record Learning(
    String fineTuneFrom, boolean lstmFrozen, double clipValue, double weightDecay) {
  /** Everything learns. */
  public static final Learning EVERYTHING = new Learning(TrainingPlan.ALL, false, 0, 0);

  /** Checks the range. */
  public Learning {
    require(!fineTuneFrom.isBlank(), "the layer to fine-tune from must have a name");
    require(clipValue >= 0, "the value that gradients are clipped at must not be below 0");
    require(weightDecay >= 0, "the decay of weights must not be below 0");
  }

  /** The plan of the stage in which the backbone is frozen. */
  public TrainingPlan headStage() {
    return limited(TrainingPlan.headOnly());
  }

  /** The plan of the stage in which the backbone learns too. */
  public TrainingPlan wholeStage() {
    return limited(TrainingPlan.from(fineTuneFrom));
  }

  private TrainingPlan limited(TrainingPlan plan) {
    return new TrainingPlan(
        plan.fineTuneFrom(),
        lstmFrozen,
        clipValue == 0 ? Double.POSITIVE_INFINITY : clipValue,
        weightDecay);
  }
}
