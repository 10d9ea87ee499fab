package negatoscope.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Weights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.films.Ahead;
import negatoscope.training.films.Batches;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.Seeds;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Stage;
import org.jspecify.annotations.Nullable;

/** One stage from its first update to the weights that are kept of it. */
final class StageRun {
  private final Stage stage;
  private final Recipe recipe;
  private final int run;
  private final Learner learner;
  private final TrainingNetwork network;
  private final Surroundings around;
  private final Deque<Weights> last = new ArrayDeque<>();
  private @Nullable Candidate best;
  private @Nullable WeightAverage average;
  private long step;

  /**
   * What a run works with and reports to.
   *
   * @param epochs told after every epoch
   * @param improvements told of weights that are the best of the run so far
   */
  record Surroundings(
      ExecutorService pool,
      Ledger ledger,
      Consumer<Epoch> epochs,
      Consumer<Weights> improvements,
      Cancellation cancellation) {}

  StageRun(
      Stage stage,
      Recipe recipe,
      int run,
      Learner learner,
      TrainingNetwork network,
      Surroundings around) {
    this.stage = stage;
    this.recipe = recipe;
    this.run = run;
    this.learner = learner;
    this.network = network;
    this.around = around;
  }

  /**
   * Runs all epochs; the network is left with the weights returned.
   *
   * @throws Failure {@code NOT_FINITE} when the loss is no number any more
   */
  Candidate run() {
    for (int epoch = 0; epoch < stage.epochs(); epoch++) {
      double before = around.ledger().now();
      double loss = learn(epoch);
      double seconds = around.ledger().now() - before;
      Weights kept = average == null ? network.weights() : average.weights();
      Validation validation = average == null ? learner.validate() : judged(kept);
      Epoch told =
          new Epoch(
              learner.stage(),
              run,
              epoch + 1,
              stage.epochs(),
              loss,
              validation,
              batches() * (double) size() / seconds);
      around.ledger().add(learner.validationCost(), told.line());
      around.epochs().accept(told);
      consider(new Candidate(kept, epoch + 1, validation));
    }
    Candidate chosen = choose();
    network.assign(chosen.weights());
    return chosen;
  }

  /** What validation says of other weights than the network goes on with. */
  private Validation judged(Weights weights) {
    Weights present = network.weights();
    network.assign(weights);
    Validation validation = learner.validate();
    network.assign(present);
    return validation;
  }

  private int size() {
    return Math.min(stage.batch(), learner.films());
  }

  private int batches() {
    return learner.films() / size();
  }

  /** One epoch; a rest of films that fills no batch waits for the next one's order. */
  private double learn(int epoch) {
    int[] order =
        Seeds.order(
            learner.films(),
            Seeds.random(recipe.seed(), learner.stage().hashCode(), run, epoch, 77));
    int batches = batches();
    long steps = (long) batches * stage.epochs();
    double sum = 0;
    try (Ahead<TrainingBatch> ahead =
        new Ahead<>(
            around.pool(),
            Batches.THREADS,
            batches,
            number -> learner.batch(epoch, number, slice(order, number)),
            around.cancellation())) {
      for (int number = 0; number < batches; number++) {
        TrainingBatch batch = ahead.next();
        float loss = learner.step(batch, stage.rate(step, steps));
        if (!Float.isFinite(loss)) {
          throw notFinite(epoch);
        }
        sum += loss;
        step++;
        keepAverage();
        around
            .ledger()
            .add(
                batch.count() * learner.updateCost(),
                String.format(
                    Locale.ROOT,
                    "%s, run %d, epoch %d of %d: loss %.3f",
                    learner.stage(),
                    run,
                    epoch + 1,
                    stage.epochs(),
                    sum / (number + 1)));
      }
    }
    return sum / batches;
  }

  private int[] slice(int[] order, int number) {
    return java.util.Arrays.copyOfRange(order, number * size(), (number + 1) * size());
  }

  private void keepAverage() {
    if (stage.averageDecay() > 0 && step % stage.averageEvery() == 0) {
      if (average == null) {
        average = new WeightAverage();
      }
      double decay = Math.min(stage.averageDecay(), (1.0 + step) / (10.0 + step));
      average.add(network.weights(), 1 - Math.pow(decay, stage.averageEvery()));
    }
  }

  private void consider(Candidate candidate) {
    if (recipe.averageLast() > 1) {
      last.addLast(candidate.weights());
      if (last.size() > recipe.averageLast()) {
        last.removeFirst();
      }
    }
    if (best == null
        || recipe.choice() == Recipe.Choice.LAST
        || candidate.betterThan(best, recipe.choice())) {
      best = candidate;
      around.improvements().accept(candidate.weights());
    }
  }

  private Candidate choose() {
    if (best == null) {
      return new Candidate(network.weights(), 0, learner.validate());
    }
    if (last.size() < 2) {
      return best;
    }
    Weights mean = WeightAverage.mean(java.util.List.copyOf(last));
    network.assign(mean);
    Candidate averaged = new Candidate(mean, stage.epochs(), learner.validate());
    around.ledger().add(0, "average of the last " + last.size() + " epochs");
    boolean take =
        recipe.choice() == Recipe.Choice.LAST || averaged.betterThan(best, recipe.choice());
    if (take) {
      around.improvements().accept(mean);
    }
    return take ? averaged : best;
  }

  private Failure notFinite(int epoch) {
    return new Failure(
        ErrorCode.NOT_FINITE,
        "The loss is no longer a number in epoch "
            + (epoch + 1)
            + " of stage "
            + learner.stage()
            + ".",
        "Choose a smaller learning rate; the best weights so far are kept.");
  }
}
