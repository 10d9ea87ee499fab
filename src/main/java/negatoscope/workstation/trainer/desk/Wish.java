package negatoscope.workstation.trainer.desk;

import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.trainer.films.ChosenFilms;

/**
 * What is to be trained, from what, and how.
 *
 * @param folds of the cross-validation beside the model; 0 for none
 */
public record Wish(ChosenFilms films, Start start, Recipe recipe, int folds) {}
