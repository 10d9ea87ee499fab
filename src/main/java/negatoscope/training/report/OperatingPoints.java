package negatoscope.training.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import negatoscope.evaluation.OperatingPoint;
import negatoscope.evaluation.Predictions;
import negatoscope.library.card.CardOperatingPoint;

/**
 * What a threshold that was chosen on the validation films comes to on the films judged.
 *
 * @param threshold probability from which a film counts as one of the class
 * @param chosenSensitivity on the films that it was chosen on
 * @param chosenSpecificity on the films that it was chosen on
 * @param sensitivity on the films judged; NaN without films of the class
 * @param specificity on the films judged; NaN without other films
 */
record OperatingPoints(
    double threshold,
    double chosenSensitivity,
    double chosenSpecificity,
    double sensitivity,
    double specificity) {
  /** Those of the card, by class; empty if the card has none. */
  static Optional<Map<String, OperatingPoints>> of(ModelVerdict verdict) {
    Map<String, CardOperatingPoint> chosen = verdict.card().operatingPoints();
    if (chosen == null || chosen.isEmpty()) {
      return Optional.empty();
    }
    Predictions predictions = verdict.judgement().predictions();
    Map<String, OperatingPoints> all = new LinkedHashMap<>();
    for (int k = 0; k < predictions.classes(); k++) {
      String name = verdict.judgement().classes().get(k);
      CardOperatingPoint point = chosen.get(name);
      if (point != null) {
        OperatingPoint here =
            OperatingPoint.at(point.threshold(), predictions.scores(k), predictions.truly(k));
        all.put(
            name,
            new OperatingPoints(
                point.threshold(),
                point.sensitivity(),
                point.specificity(),
                here.sensitivity(),
                here.specificity()));
      }
    }
    return Optional.of(all);
  }
}
