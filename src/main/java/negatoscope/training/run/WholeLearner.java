package negatoscope.training.run;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Update;
import negatoscope.task.Cancellation;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.Seeds;
import negatoscope.training.films.SquareFilms;
import negatoscope.training.recipe.Recipe;

/** The whole network, on varied films. */
public final class WholeLearner implements Learner {
  private final TrainingNetwork network;
  private final SquareFilms films;
  private final Targets targets;
  private final Sampler sampler;
  private final Judge judge;
  private final Recipe recipe;
  private final long seed;

  /** Judges the network's present weights on some films, read by the pool meanwhile. */
  public record Judge(
      FilmStore store, int[] rows, int[] labels, ExecutorService pool, Cancellation cancellation) {
    private static final int FILMS_AT_ONCE = 16;

    /** How they do. */
    public Validation judge(TrainingNetwork network) {
      return Validation.of(labels, logits(network));
    }

    private float[][] logits(TrainingNetwork network) {
      float[][] logits = new float[rows.length][];
      try (Batches batches = store.batches(rows, FILMS_AT_ONCE, pool, cancellation)) {
        while (batches.count() > 0) {
          int first = batches.first();
          int count = batches.count();
          System.arraycopy(network.logits(batches.next(), count), 0, logits, first, count);
        }
      }
      return logits;
    }
  }

  /** The network, on the films given. */
  public WholeLearner(
      TrainingNetwork network,
      SquareFilms films,
      Targets targets,
      Sampler sampler,
      Judge judge,
      Recipe recipe,
      int run) {
    this.network = network;
    this.films = films;
    this.targets = targets;
    this.sampler = sampler;
    this.judge = judge;
    this.recipe = recipe;
    seed = Seeds.mix(recipe.seed(), "whole".hashCode(), run);
  }

  @Override
  public String stage() {
    return WHOLE;
  }

  @Override
  public Sampler sampler() {
    return sampler;
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public TrainingBatch batch(int epoch, int number, int[] draws) {
    int side = recipe.side();
    int size = side * side;
    float[] inputs = new float[draws.length * size];
    int[] order = new int[draws.length];
    for (int i = 0; i < draws.length; i++) {
      order[i] = sampler.film(draws[i]);
      recipe
          .augmentation()
          .draw(films.film(order[i]), side, Seeds.random(seed, epoch, draws[i]), inputs, i * size);
    }
    SplittableRandom random = Seeds.random(seed, epoch, -1 - number);
    TrainingBatch batch = targets.batch(inputs, order, random);
    if (recipe.mixup() > 0) {
      blend(batch, random);
    }
    return batch;
  }

  /** Blends each film of the batch with the one after it. */
  private void blend(TrainingBatch batch, SplittableRandom random) {
    double[] shares = new double[batch.count()];
    for (int i = 0; i < shares.length; i++) {
      double share = Seeds.beta(random, recipe.mixup());
      shares[i] = Math.max(share, 1 - share);
    }
    blend(batch.inputs(), shares);
    blend(batch.targets(), shares);
    blend(batch.sampleWeights(), shares);
  }

  private static void blend(float[] rows, double[] shares) {
    int size = rows.length / shares.length;
    float[] others = rows.clone();
    for (int i = 0; i < shares.length; i++) {
      int next = (i + 1) % shares.length * size;
      for (int j = 0; j < size; j++) {
        rows[i * size + j] =
            (float) (shares[i] * rows[i * size + j] + (1 - shares[i]) * others[next + j]);
      }
    }
  }

  @Override
  public Update step(TrainingBatch batch, double rate) {
    return network.step(
        batch.inputs(),
        batch.count(),
        batch.targets(),
        batch.sampleWeights(),
        batch.dropoutMask(),
        rate);
  }

  @Override
  public Validation validate() {
    return judge.judge(network);
  }

  @Override
  public double updateCost() {
    return Ledger.WHOLE_UPDATE;
  }

  @Override
  public double validationCost() {
    return judge.rows().length;
  }
}
