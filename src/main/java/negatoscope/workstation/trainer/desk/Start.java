package negatoscope.workstation.trainer.desk;

import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import org.jspecify.annotations.Nullable;

/**
 * What a network starts from: stored weights, a model of the library, or neither, and then drawn
 * weights.
 *
 * @param model its name
 */
public record Start(Backbone backbone, @Nullable StoredWeights stored, @Nullable String model) {
  private static final String MODEL = "model ";

  /** Stored weights, or drawn ones. */
  public Start(Backbone backbone, @Nullable StoredWeights stored) {
    this(backbone, stored, null);
  }

  /** How a plan says it; empty for drawn weights. */
  public String word() {
    if (model != null) {
      return MODEL + model;
    }
    return stored == null ? "" : stored.name();
  }

  /** The model that a plan's word means; empty where it means none. */
  public static String modelOf(String word) {
    return word.startsWith(MODEL) ? word.substring(MODEL.length()) : "";
  }
}
