package negatoscope.training.run;

import java.util.Locale;
import negatoscope.network.NetworkSize;
import negatoscope.network.TrainingPlan;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Stage;

/**
 * Memory that the copies of weights take which a training holds at once, known before it starts:
 * what it starts from, the network's present weights, the optimiser's state, the weights' average,
 * those of the best epoch, and those of the last ones.
 *
 * @param bytes of Java's heap; films and what is short-lived come on top
 */
public record WeightCopies(long bytes) {
  /** What a recipe holds of a network. */
  public static WeightCopies of(NetworkSize size, Recipe recipe) {
    long head = moving(recipe.headStage(), size.bytesOfHead(), recipe);
    boolean all = recipe.learning().fineTuneFrom().equals(TrainingPlan.ALL);
    long whole = moving(recipe.wholeStage(), all ? size.bytes() : size.bytesOfHead(), recipe);
    return new WeightCopies(size.bytes() + Math.max(head, whole));
  }

  private static long moving(Stage stage, long bytes, Recipe recipe) {
    int averages = stage.averageDecay() > 0 ? 2 : 0;
    return stage.epochs() == 0 ? 0 : bytes * (3 + averages + Math.max(1, recipe.averageLast()));
  }

  /**
   * Sees to it that there is room.
   *
   * @param available bytes that Java may use
   * @throws Failure {@code TOO_LARGE}
   */
  public void requireRoom(long available) {
    if (bytes > available) {
      throw new Failure(
          ErrorCode.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The weights that this training keeps take %.1f GB, and the program may use %.1f GB.",
              bytes / 1e9,
              available / 1e9),
          String.format(
              Locale.ROOT,
              "Start the program with more (JAVA_OPTS=-Xmx%dg), average fewer epochs, or choose the"
                  + " compact head.",
              bytes / (1L << 30) + 2));
    }
  }
}
