package negatoscope.training.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Update;
import negatoscope.network.Weights;
import negatoscope.training.films.Ahead;
import negatoscope.training.films.Batches;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.Seeds;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Stage;
import negatoscope.training.run.StageResult.End;
import org.jspecify.annotations.Nullable;

/** One stage from its first update, or from where it was interrupted, to what is kept of it. */
public final class StageRun {
  private final Stage stage;
  private final Recipe recipe;
  private final int run;
  private final Learner learner;
  private final TrainingNetwork network;
  private final Surroundings around;
  private final List<Double> scores = new ArrayList<>();
  private final GroupWeights groups;
  private final Candidates candidates;
  private @Nullable WeightAverage average;
  private int ended;
  private long step;

  /**
   * What a run works with and reports to.
   *
   * @param epochs told after every epoch, with what is needed to go on from there
   * @param stoppable whether there is something to keep before the first epoch has ended
   */
  public record Surroundings(
      ExecutorService pool,
      Ledger ledger,
      Reporter reporter,
      BiConsumer<Epoch, StageState> epochs,
      TrainingControl control,
      boolean stoppable) {}

  /**
   * A stage.
   *
   * @param run its number, from 1
   * @param network with the weights that it starts from
   */
  public StageRun(
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
    groups = new GroupWeights(recipe.robust(), learner.targets().groups());
    candidates = new Candidates(recipe);
  }

  /**
   * Puts everything where it was after an epoch.
   *
   * @param history the training's epochs so far
   */
  public void resume(StageState state, List<Epoch> history) {
    history.stream()
        .filter(epoch -> epoch.stage().equals(learner.stage()) && epoch.run() == run)
        .forEach(epoch -> scores.add(epoch.validation().score(recipe.choice())));
    ended = state.epoch();
    step = state.step();
    network.assign(state.now());
    network.assignMeanSquares(groups.without(state.meanSquares()));
    average = state.average() == null ? null : new WeightAverage(state.average());
    candidates.resume(state);
    around.ledger().skip(ended * epochCost());
  }

  private double epochCost() {
    return learner.updateCost() * films() + learner.validationCost();
  }

  /** Runs all epochs that are left; the network is left with the weights that are kept. */
  public StageResult run() {
    End end = End.DONE;
    while (ended < stage.epochs() && end == End.DONE && !stage.stops(scores)) {
      end = epoch(ended);
    }
    if (end == End.DONE) {
      around.ledger().skip((stage.epochs() - ended) * epochCost());
    }
    if (candidates.latest() == null && stage.epochs() == 0) {
      return new StageResult(new Candidate(network.weights(), 0, learner.validate()), end, 0);
    }
    Candidate kept = end == End.DONE ? chosen() : candidates.best();
    if (kept != null) {
      network.assign(kept.weights());
    }
    return new StageResult(kept, end, Math.min(ended + 1, stage.epochs()));
  }

  private End epoch(int epoch) {
    Tally tally = new Tally(around.ledger().now());
    End end = learn(epoch, tally);
    if (end != End.DONE) {
      return end;
    }
    double learned = around.ledger().now();
    Weights kept = average == null ? network.weights() : average.weights();
    Weights now = average == null ? kept : network.weights();
    Validation validation = average == null ? learner.validate() : judged(kept, now);
    if (!validation.finite()) {
      return End.NOT_FINITE;
    }
    Epoch told =
        new Epoch(
            learner.stage(),
            run,
            epoch + 1,
            stage.epochs(),
            tally.loss(),
            tally.accuracy(),
            validation,
            tally.rate,
            tally.films / (learned - tally.start),
            around.ledger().now() - tally.start,
            around.reporter().memory());
    around.ledger().add(learner.validationCost(), told.line());
    candidates.take(new Candidate(kept, epoch + 1, validation));
    ended = epoch + 1;
    scores.add(validation.score(recipe.choice()));
    around.epochs().accept(told, state(now));
    return End.DONE;
  }

  private StageState state(Weights now) {
    Candidate newest = Objects.requireNonNull(candidates.latest());
    return new StageState(
        ended,
        step,
        now,
        groups.with(network.meanSquares()),
        average == null ? null : newest.weights(),
        candidates.last(),
        Objects.requireNonNull(candidates.best()),
        newest);
  }

  /** What validation says of other weights than the network goes on with. */
  private Validation judged(Weights weights, Weights present) {
    network.assign(weights);
    Validation validation = learner.validate();
    network.assign(present);
    return validation;
  }

  private int size() {
    return Math.min(stage.batch(), learner.sampler().length());
  }

  private int batches() {
    return learner.sampler().length() / size();
  }

  private int films() {
    return batches() * size();
  }

  /** One epoch's updates; a rest of films that fills no batch waits for the next one's order. */
  private End learn(int epoch, Tally tally) {
    int[] order =
        learner
            .sampler()
            .draws(Seeds.random(recipe.seed(), learner.stage().hashCode(), run, epoch, 77));
    int batches = batches();
    long steps = (long) batches * stage.epochs();
    try (Ahead<TrainingBatch> ahead =
        new Ahead<>(
            around.pool(),
            Batches.THREADS,
            batches,
            number -> learner.batch(epoch, number, slice(order, number)),
            around.control().cancellation())) {
      for (int number = 0; number < batches; number++) {
        if (around.control().stopping() && (candidates.best() != null || around.stoppable())) {
          return End.STOPPED;
        }
        TrainingBatch batch = ahead.next();
        double rate = stage.rate(step, steps, scores);
        Update update = learner.step(groups.weighed(batch), rate);
        groups.learn(batch, update);
        if (!Float.isFinite(update.loss())) {
          return End.NOT_FINITE;
        }
        tally.add(batch, update, rate);
        step++;
        keepAverage();
        tell(epoch, tally, batch.count());
      }
    }
    return End.DONE;
  }

  private void tell(int epoch, Tally tally, int count) {
    double seconds = around.ledger().now() - tally.start;
    TrainingMoment.Running running =
        new TrainingMoment.Running(
            learner.stage(),
            run,
            learner.stage().equals(Learner.WHOLE) ? recipe.runs() : 1,
            epoch + 1,
            stage.epochs(),
            tally.films,
            films(),
            tally.loss(),
            tally.accuracy(),
            tally.rate,
            tally.films / seconds);
    around.reporter().within(running);
    around.ledger().add(count * learner.updateCost(), running.line());
  }

  private int[] slice(int[] order, int number) {
    return Arrays.copyOfRange(order, number * size(), (number + 1) * size());
  }

  /** Once an epoch at least: what is judged is never weights of an epoch before. */
  private void keepAverage() {
    int every = Math.min(stage.averageEvery(), batches());
    if (stage.averageDecay() > 0 && step % every == 0) {
      if (average == null) {
        average = new WeightAverage();
      }
      double decay = Math.min(stage.averageDecay(), (1.0 + step) / (10.0 + step));
      average.add(network.weights(), 1 - Math.pow(decay, every));
    }
  }

  /** The recipe's choice once all epochs have ended. */
  private @Nullable Candidate chosen() {
    return candidates.chosen(
        mean -> {
          network.assign(mean);
          return new Candidate(mean, stage.epochs(), learner.validate());
        });
  }
}
