package negatoscope.training.run;

import negatoscope.network.TrainingNetwork;
import negatoscope.network.Update;
import negatoscope.training.films.Features;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.Seeds;
import negatoscope.training.recipe.Recipe;

/** The head alone, on feature maps of the films in their forms. */
public final class HeadLearner implements Learner {
  private static final int JUDGED_AT_ONCE = 64;

  private final TrainingNetwork network;
  private final Features train;
  private final Features validation;
  private final Targets targets;
  private final Sampler sampler;
  private final int[] validationLabels;
  private final double mirror;
  private final long seed;

  /** The head, on the maps given. */
  public HeadLearner(
      TrainingNetwork network,
      Features train,
      Features validation,
      Targets targets,
      Sampler sampler,
      int[] validationLabels,
      Recipe recipe) {
    this.network = network;
    this.train = train;
    this.validation = validation;
    this.targets = targets;
    this.sampler = sampler;
    this.validationLabels = validationLabels.clone();
    mirror = recipe.augmentation().mirror();
    seed = Seeds.mix(recipe.seed(), "head".hashCode());
  }

  @Override
  public String stage() {
    return HEAD;
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
    var random = Seeds.random(seed, epoch, number);
    float[] maps = new float[draws.length * train.size()];
    int[] films = new int[draws.length];
    for (int i = 0; i < draws.length; i++) {
      films[i] = sampler.film(draws[i]);
      int form = train.forms().draw(random, mirror, sampler.again(draws[i]));
      train.read(films[i], form, maps, i * train.size());
    }
    return targets.batch(maps, films, random);
  }

  @Override
  public Update step(TrainingBatch batch, double rate) {
    return network.stepOnFeatures(
        batch.inputs(),
        batch.count(),
        batch.targets(),
        batch.sampleWeights(),
        batch.dropoutMask(),
        rate);
  }

  @Override
  public Validation validate() {
    float[][] logits = new float[validation.films()][];
    for (int first = 0; first < logits.length; first += JUDGED_AT_ONCE) {
      int count = Math.min(JUDGED_AT_ONCE, logits.length - first);
      float[] maps = new float[count * validation.size()];
      for (int i = 0; i < count; i++) {
        validation.read(first + i, 0, maps, i * validation.size());
      }
      System.arraycopy(network.logitsOfFeatures(maps, count), 0, logits, first, count);
    }
    return Validation.of(validationLabels, logits);
  }

  @Override
  public double updateCost() {
    return Ledger.HEAD_UPDATE;
  }

  @Override
  public double validationCost() {
    return Ledger.HEAD_UPDATE / 2 * validation.films();
  }
}
