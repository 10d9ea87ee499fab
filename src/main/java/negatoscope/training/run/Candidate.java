package negatoscope.training.run;

import negatoscope.network.Weights;
import negatoscope.training.recipe.Recipe;

/**
 * Weights that might be kept.
 *
 * @param epoch after which they were taken, from 1; 0 for start weights
 */
public record Candidate(Weights weights, int epoch, Validation validation) {
  boolean betterThan(Candidate other, Recipe.Choice choice) {
    return validation.score(choice) > other.validation().score(choice);
  }
}
