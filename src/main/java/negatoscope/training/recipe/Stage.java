package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import java.util.List;

/**
 * One stage of a training run. The learning rate rises in a straight line for some updates and then
 * follows its schedule; the weights that are judged and kept are an exponential moving average over
 * the updates.
 *
 * @param epochs how often each film is seen at most; 0 leaves the stage out
 * @param rate greatest learning rate
 * @param warmUpSteps updates until it is reached
 * @param schedule of the rate afterwards
 * @param batch films an update
 * @param averageDecay of the moving average, an update; 0 for none. It starts smaller, at (1 + t) /
 *     (10 + t) after t updates
 * @param averageEvery updates between two additions to the moving average
 * @param stopAfter the stage ends when validation has not become better for so many epochs; 0: only
 *     after its last epoch
 */
public record Stage(
    int epochs,
    double rate,
    int warmUpSteps,
    Schedule schedule,
    int batch,
    double averageDecay,
    int averageEvery,
    int stopAfter) {
  /** Checks the ranges. */
  public Stage {
    require(epochs >= 0, "the number of epochs must not be below 0");
    require(rate > 0 && Double.isFinite(rate), "a learning rate must be above 0");
    require(warmUpSteps >= 0, "the number of warm-up steps must not be below 0");
    require(batch >= 1, "a batch must have 1 film at least");
    require(
        averageDecay >= 0 && averageDecay < 1,
        "the decay of the moving average must be from 0 to below 1");
    require(averageEvery >= 1, "the moving average must be added to every 1 or more updates");
    require(stopAfter >= 0, "the number of epochs to stop after must not be below 0");
  }

  /**
   * The learning rate of an update.
   *
   * @param step number of the update, from 0
   * @param steps how many there are if the stage goes to its end
   * @param scores what validation said of each epoch before, the greater the better
   */
  public double rate(long step, long steps, List<Double> scores) {
    if (step < warmUpSteps) {
      return rate * (step + 1) / (warmUpSteps + 1);
    }
    double done = (double) (step - warmUpSteps) / Math.max(1, steps - warmUpSteps);
    return rate * schedule.factor(done, scores);
  }

  /**
   * Whether the stage ends early.
   *
   * @param scores what validation said of each epoch so far, the greater the better
   */
  public boolean stops(List<Double> scores) {
    return stopAfter > 0 && Schedule.sinceBest(scores) >= stopAfter;
  }
}
