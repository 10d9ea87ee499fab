package negatoscope.workstation.trainer.desk;

import java.nio.file.Path;
import java.util.List;

/**
 * A film that the trained model was asked about, and what it said.
 *
 * @param name as the data set has it
 * @param truth its class, from 0
 * @param probabilities one a class, in the model's order
 */
public record Judged(
    Path file, String name, String collection, int truth, List<Double> probabilities) {
  /** Copies the list. */
  public Judged {
    probabilities = List.copyOf(probabilities);
  }

  /** The most probable class; of equal ones the first. */
  public int said() {
    int best = 0;
    for (int k = 1; k < probabilities.size(); k++) {
      if (probabilities.get(k) > probabilities.get(best)) {
        best = k;
      }
    }
    return best;
  }

  /** How sure it was of the class that it said, less how sure it was of the truth. */
  public double error() {
    return probabilities.get(said()) - probabilities.get(truth);
  }
}
