package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

/**
 * How much more a film of a small group counts in the loss.
 *
 * @param by what makes a group
 * @param strength 0 where every film counts alike, 1 where every group does, 0.5 for the square
 *     root of what would be balanced
 */
public record Balance(Grouping by, double strength) {
  /** Every film counts alike. */
  public static final Balance NONE = new Balance(Grouping.CLASS, 0);

  /** Checks the range. */
  public Balance {
    require(strength >= 0 && strength <= 1, "the strength of weights must be from 0 to 1");
  }
}
