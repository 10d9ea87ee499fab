package negatoscope.training;

import negatoscope.evaluation.Calibration;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Temperature;
import negatoscope.training.recipe.Recipe;

/**
 * How weights do on the validation films.
 *
 * @param accuracy share that is right
 * @param macroAuc mean over the classes of the one-against-rest ROC AUC
 * @param logLoss at the fitted temperature
 * @param temperature that makes the log loss least; 1 where none does
 */
public record Validation(double accuracy, double macroAuc, double logLoss, double temperature) {
  /** Stands for no temperature: films too few or told apart without a fault. */
  static final double NO_TEMPERATURE = 1;

  static Validation of(int[] labels, float[][] logits) {
    double temperature = Temperature.fit(labels, logits).orElse(NO_TEMPERATURE);
    Predictions predictions = Predictions.ofLogits(labels, logits, temperature);
    return new Validation(
        Figures.accuracy(predictions),
        Figures.macroAuc(predictions),
        Calibration.logLoss(predictions),
        temperature);
  }

  /** The greater, the better. */
  double score(Recipe.Choice choice) {
    return choice == Recipe.Choice.MACRO_AUC ? macroAuc : -logLoss;
  }
}
