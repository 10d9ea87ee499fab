package negatoscope.training.run;

import java.util.SplittableRandom;
import negatoscope.training.data.DataSet;
import negatoscope.training.recipe.Groups;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Sampling;

/**
 * Which of some films an epoch shows, in draws: a film that comes again in an epoch is another draw
 * of the same film, and varied differently.
 */
public final class Sampler {
  private final Sampling sampling;
  private final Groups groups;

  private Sampler(Sampling sampling, Groups groups) {
    this.sampling = sampling;
    this.groups = groups;
  }

  /** The sampler of some films under a recipe. */
  public static Sampler of(DataSet dataSet, int[] rows, Recipe recipe) {
    Sampling sampling = recipe.sampling();
    return new Sampler(
        sampling, sampling.by().of(dataSet.labels(rows), dataSet.collectionsOf(rows)));
  }

  /** How many draws an epoch has. */
  public int length() {
    return sampling.length(groups);
  }

  /** The draws of an epoch, in order. */
  public int[] draws(SplittableRandom random) {
    return sampling.draws(groups, random);
  }

  /** The number of a draw's film. */
  int film(int draw) {
    return draw % groups.of().length;
  }

  /** Whether the film came before in the epoch. */
  boolean again(int draw) {
    return draw >= groups.of().length;
  }
}
