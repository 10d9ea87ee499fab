package negatoscope.workstation.models;

import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import org.jspecify.annotations.Nullable;

/**
 * Weights that a training can start from, or the place of those that are not here yet.
 *
 * @param published what Keras publishes for the backbone
 * @param stored null where the backbone has none here
 */
public record WeightRow(OfficialWeights published, @Nullable StoredWeights stored) {
  /** Whose weights. */
  public Backbone backbone() {
    return published.backbone();
  }

  /** File, size and licence in one line; of absent ones what there is to download. */
  public String summary() {
    return stored == null
        ? "not here · " + ModelRow.size(published.tensorBytes()) + " to download"
        : stored.name() + " · " + ModelRow.size(stored.bytes());
  }

  /** Where the published weights come from, how large they are, and under what licence. */
  public String offer() {
    return "The published weights of %s, about %s, come from\n%s\nLicence: %s."
        .formatted(
            backbone().title(),
            ModelRow.size(published.tensorBytes()),
            published.location(),
            published.licence());
  }
}
