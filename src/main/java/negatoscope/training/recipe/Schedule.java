package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import java.util.List;

/**
 * How a learning rate goes on after its warm-up. It depends on the update's number and on the
 * validation scores of the epochs before alone, so a run that goes on from a checkpoint needs to
 * remember nothing else.
 *
 * @param course the kind of curve
 * @param factor by which the rate is multiplied: after each epoch for {@link Course#EXPONENTIAL},
 *     at each plateau for {@link Course#PLATEAU}, at the end for {@link Course#COSINE}
 * @param patience epochs without improvement that make a plateau
 */
public record Schedule(Course course, double factor, int patience) {
  /** The kind of curve. */
  public enum Course {
    /** Half a cosine down to {@code factor} of the rate (Loshchilov and Hutter 2017). */
    COSINE,
    /** Times {@code factor} after each epoch; 1 keeps the rate. */
    EXPONENTIAL,
    /** Times {@code factor} whenever validation has not become better for some epochs. */
    PLATEAU
  }

  /** A score must rise by this to count as better. */
  private static final double LEAST_GAIN = 1e-4;

  /** Half a cosine down to a share of the rate. */
  public static Schedule cosine(double endFactor) {
    return new Schedule(Course.COSINE, endFactor, 1);
  }

  /** The rate times a factor after each epoch. */
  public static Schedule exponential(double factor) {
    return new Schedule(Course.EXPONENTIAL, factor, 1);
  }

  /** Checks the ranges. */
  public Schedule {
    require(factor >= 0 && factor <= 1, "the factor of a schedule must be from 0 to 1");
    require(patience >= 1, "the patience of a schedule must be 1 at least");
  }

  /**
   * What the greatest rate is multiplied by.
   *
   * @param done share of the updates after the warm-up that are done, 0 to 1
   * @param scores of the epochs before, the greater the better
   */
  double factor(double done, List<Double> scores) {
    return switch (course) {
      case COSINE -> factor + (1 - factor) * (1 + Math.cos(Math.PI * done)) / 2;
      case EXPONENTIAL -> Math.pow(factor, scores.size());
      case PLATEAU -> Math.pow(factor, plateaus(scores));
    };
  }

  private int plateaus(List<Double> scores) {
    double best = Double.NEGATIVE_INFINITY;
    int waited = 0;
    int plateaus = 0;
    for (double score : scores) {
      if (score > best + LEAST_GAIN) {
        best = score;
        waited = 0;
      } else if (++waited == patience) {
        plateaus++;
        waited = 0;
      }
    }
    return plateaus;
  }

  /** How many epochs ago the best score was; 0 if the last epoch's is the best. */
  static int sinceBest(List<Double> scores) {
    double best = Double.NEGATIVE_INFINITY;
    int since = -1;
    for (double score : scores) {
      boolean better = score > best + LEAST_GAIN;
      best = better ? score : best;
      since = better ? 0 : since + 1;
    }
    return Math.max(0, since);
  }
}
