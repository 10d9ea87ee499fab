package negatoscope.training.run;

import java.util.List;
import negatoscope.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What a stage has come to after an epoch: all that it needs to go on as if nothing had happened.
 * Everything that is drawn depends on the recipe's seed and the epoch only.
 *
 * @param epoch how many epochs have ended
 * @param step how many updates were made
 * @param now the network's weights
 * @param meanSquares the optimiser's state
 * @param average the weights' moving average; null if none is kept
 * @param last what was judged after the last epochs, oldest first; empty if they are not averaged
 * @param best the best epoch so far
 * @param latest the last epoch
 */
public record StageState(
    int epoch,
    long step,
    Weights now,
    Weights meanSquares,
    @Nullable Weights average,
    List<Weights> last,
    Candidate best,
    Candidate latest) {
  /** Copies the list. */
  public StageState {
    last = List.copyOf(last);
  }
}
