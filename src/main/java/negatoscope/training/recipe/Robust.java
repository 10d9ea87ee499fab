package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

/**
 * A loss that is robust against groups (Sagawa and others 2020, "Distributionally robust neural
 * networks for group shifts"): the group that does worst counts most, and how much is learned along
 * the way.
 *
 * @param by what makes a group
 * @param rate step size of the groups' weights; 0 for the plain loss. Sagawa and others use 0.01
 */
public record Robust(Grouping by, double rate) {
  /** The plain loss. */
  public static final Robust NONE = new Robust(Grouping.COLLECTION, 0);

  /** Checks the range. */
  public Robust {
    require(rate >= 0 && rate <= 10, "the rate of the robust loss must be from 0 to 10");
  }
}
