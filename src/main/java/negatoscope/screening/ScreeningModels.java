package negatoscope.screening;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import negatoscope.classification.Classifier;
import negatoscope.screening.worklist.WorkListHead;

/**
 * The models that are asked; they belong to whoever opened them.
 *
 * @param first the one whose answers are listed
 * @param second one whose answers are compared with them
 */
public record ScreeningModels(Classifier first, Optional<Classifier> second) {
  /** What rows depend on, by name. */
  Map<String, String> settings(ScreeningOrder order) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("model", first.card().id());
    settings.put("with", second.map(other -> other.card().id()).orElse(""));
    settings.put("heatmaps", Boolean.toString(order.heatMaps()));
    settings.put("dicom", Boolean.toString(order.dicom().isPresent()));
    return settings;
  }

  /** What all rows share. */
  WorkListHead head() {
    return WorkListHead.of(first.card(), second.map(Classifier::card));
  }
}
