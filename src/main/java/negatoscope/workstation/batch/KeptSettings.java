package negatoscope.workstation.batch;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the rows of a screening depend on.
 *
 * @param model the model's id; empty where nothing was screened
 * @param second the second model's id; empty for none
 */
record KeptSettings(String model, String second, boolean heatMaps, boolean dicom) {
  /** Of no screening. */
  static final KeptSettings NONE = new KeptSettings("", "", true, false);

  /** What a journal says, by the names that {@code ScreeningModels} gives. */
  static KeptSettings of(Map<String, String> journal) {
    return new KeptSettings(
        journal.getOrDefault("model", ""),
        journal.getOrDefault("with", ""),
        Boolean.parseBoolean(journal.getOrDefault("heatmaps", "true")),
        Boolean.parseBoolean(journal.getOrDefault("dicom", "false")));
  }

  /**
   * Why this screening cannot be gone on with as things are; empty where it can.
   *
   * @param now what would be screened by
   * @param name of a model, by its id
   */
  Optional<String> hindrance(KeptSettings now, UnaryOperator<String> name) {
    if (model.isEmpty()) {
      return Optional.empty();
    }
    if (!model.equals(now.model)) {
      return Optional.of(
          "It was screened with %s. Take that model into use to go on, or start anew with %s."
              .formatted(name.apply(model), name.apply(now.model)));
    }
    if (!second.equals(now.second)) {
      return Optional.of(
          second.isEmpty()
              ? "It was screened without a second model. Choose none to go on, or start anew."
              : "It was screened beside %s. Choose that as the second model to go on, or start anew."
                  .formatted(name.apply(second)));
    }
    if (heatMaps != now.heatMaps) {
      return Optional.of(otherwise(heatMaps, "heat maps"));
    }
    return dicom == now.dicom ? Optional.empty() : Optional.of(otherwise(dicom, "DICOM objects"));
  }

  private static String otherwise(boolean with, String what) {
    return "It was screened %s %s. Change that back to go on, or start anew."
        .formatted(with ? "with" : "without", what);
  }
}
