package negatoscope.workstation.trainer.desk;

import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.trainer.films.ChosenFilms;

/** What is to be trained, from what, and how. */
public record Wish(ChosenFilms films, Start start, Recipe recipe) {}
