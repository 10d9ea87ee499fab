package negatoscope.dicom.object;

import java.util.List;

/**
 * What a model said of a film.
 *
 * @param model which model
 * @param findings every class with its probability, in the model's order
 * @param warnings sentences that say why not to believe it
 */
public record Answer(Model model, List<Finding> findings, List<String> warnings) {
  /** Copies the lists. */
  public Answer {
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("an answer without a class");
    }
  }

  /**
   * A model.
   *
   * @param name as the user knows it
   * @param version its own version
   * @param id SHA-256 of the model
   */
  public record Model(String name, String version, String id) {}

  /**
   * A class and its probability.
   *
   * @param className as the model calls it
   * @param probability 0 to 1
   */
  public record Finding(String className, double probability) {
    /** Checks the probability. */
    public Finding {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("no probability: " + probability);
      }
    }
  }
}
