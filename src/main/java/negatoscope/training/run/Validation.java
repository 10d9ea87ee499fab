package negatoscope.training.run;

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
 * @param loss log loss of the network's own answers
 * @param logLoss at the fitted temperature
 * @param temperature that makes the log loss least; 1 where none does
 */
public record Validation(
    double accuracy, double macroAuc, double loss, double logLoss, double temperature) {
  /** Stands for no temperature: films too few or told apart without a fault. */
  public static final double NO_TEMPERATURE = 1;

  /**
   * Judges answers.
   *
   * @param logits {@code [films][classes]}
   */
  public static Validation of(int[] labels, float[][] logits) {
    for (float[] film : logits) {
      for (float logit : film) {
        if (!Float.isFinite(logit)) {
          return new Validation(0, Double.NaN, Double.NaN, Double.NaN, NO_TEMPERATURE);
        }
      }
    }
    double temperature = Temperature.fit(labels, logits).orElse(NO_TEMPERATURE);
    Predictions predictions = Predictions.ofLogits(labels, logits, temperature);
    return new Validation(
        Figures.accuracy(predictions),
        Figures.macroAuc(predictions),
        Calibration.logLoss(Predictions.ofLogits(labels, logits, NO_TEMPERATURE)),
        Calibration.logLoss(predictions),
        temperature);
  }

  /** Whether the network answered with numbers. */
  boolean finite() {
    return Double.isFinite(loss) && Double.isFinite(logLoss);
  }

  /** The greater, the better. */
  public double score(Recipe.Choice choice) {
    return choice == Recipe.Choice.MACRO_AUC ? macroAuc : -logLoss;
  }
}
