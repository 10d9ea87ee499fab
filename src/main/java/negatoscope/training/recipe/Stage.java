package negatoscope.training.recipe;

/**
 * One stage of a training run. The learning rate rises in a straight line for some updates and then
 * follows half a cosine down to a share of itself (Loshchilov and Hutter 2017); the weights that
 * are judged and kept are an exponential moving average over the updates.
 *
 * @param epochs how often each film is seen; 0 leaves the stage out
 * @param rate greatest learning rate
 * @param warmUpSteps updates until it is reached
 * @param endFactor share of it that is left at the end, 0 to 1
 * @param batch films an update
 * @param averageDecay of the moving average, an update; 0 for none. It starts smaller, at (1 + t) /
 *     (10 + t) after t updates
 * @param averageEvery updates between two additions to the moving average
 */
public record Stage(
    int epochs,
    double rate,
    int warmUpSteps,
    double endFactor,
    int batch,
    double averageDecay,
    int averageEvery) {
  /** Checks the ranges. */
  public Stage {
    if (epochs < 0
        || !(rate > 0)
        || warmUpSteps < 0
        || !(endFactor >= 0 && endFactor <= 1)
        || batch < 1
        || !(averageDecay >= 0 && averageDecay < 1)
        || averageEvery < 1) {
      throw new IllegalArgumentException("stage out of range");
    }
  }

  /** The learning rate of an update. */
  public double rate(long step, long steps) {
    if (step < warmUpSteps) {
      return rate * (step + 1) / (warmUpSteps + 1);
    }
    double share = (double) (step - warmUpSteps) / Math.max(1, steps - warmUpSteps);
    double cosine = (1 + Math.cos(Math.PI * share)) / 2;
    return rate * (endFactor + (1 - endFactor) * cosine);
  }

  Stage withEpochs(int other) {
    return new Stage(other, rate, warmUpSteps, endFactor, batch, averageDecay, averageEvery);
  }
}
