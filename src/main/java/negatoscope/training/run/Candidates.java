package negatoscope.training.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import negatoscope.network.Weights;
import negatoscope.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/** What a stage might keep: the best epoch, the latest, and the mean of the last ones. */
final class Candidates {
  private final Recipe recipe;
  private final Deque<Weights> last = new ArrayDeque<>();
  private @Nullable Candidate best;
  private @Nullable Candidate latest;

  Candidates(Recipe recipe) {
    this.recipe = recipe;
  }

  /** Puts everything where it was after an epoch. */
  void resume(StageState state) {
    last.addAll(state.last());
    best = state.best();
    latest = state.latest();
  }

  /** Takes what an epoch has come to. */
  void take(Candidate candidate) {
    if (recipe.averageLast() > 1) {
      last.addLast(candidate.weights());
      if (last.size() > recipe.averageLast()) {
        last.removeFirst();
      }
    }
    latest = candidate;
    if (best == null || candidate.betterThan(best, recipe.choice())) {
      best = candidate;
    }
  }

  /** The best by validation; null before the first epoch has ended. */
  @Nullable Candidate best() {
    return best;
  }

  /** Of the epoch that ended last; null before the first one has. */
  @Nullable Candidate latest() {
    return latest;
  }

  /** Weights of the last epochs, as many as the recipe averages. */
  List<Weights> last() {
    return List.copyOf(last);
  }

  /**
   * The recipe's choice once all epochs have ended.
   *
   * @param judge of the mean of the last epochs' weights
   */
  @Nullable Candidate chosen(Function<Weights, Candidate> judge) {
    boolean end = recipe.choice() == Recipe.Choice.LAST;
    Candidate single = end ? latest : best;
    if (single == null || last.size() < 2) {
      return single;
    }
    Candidate averaged = judge.apply(WeightAverage.mean(List.copyOf(last)));
    return end || averaged.betterThan(single, recipe.choice()) ? averaged : single;
  }
}
