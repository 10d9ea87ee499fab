package negatoscope.training.data;

import java.util.Locale;
import java.util.Optional;

/** The part of a data set that a film belongs to. */
public enum Part {
  /** The weights learn from it. */
  TRAIN,
  /** Choices are made on it: the epoch, the temperature. */
  VALIDATION,
  /** Only looked at once everything is chosen. */
  TEST;

  /** The part of a name as tables and folders have it, such as {@code val}. */
  public static Optional<Part> ofName(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(TRAIN);
      case "validation", "valid", "val" -> Optional.of(VALIDATION);
      case "test", "testing" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }
}
