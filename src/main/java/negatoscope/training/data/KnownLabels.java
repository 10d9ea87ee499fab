package negatoscope.training.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a model's class by a label that may be written in another way. */
final class KnownLabels {
  private final Path source;
  private final List<String> classes;
  private final Map<String, Integer> loosely = new HashMap<>();

  KnownLabels(Path source, List<String> classes) {
    this.source = source;
    this.classes = List.copyOf(classes);
    for (int k = 0; k < classes.size(); k++) {
      loosely.merge(loose(classes.get(k)), k, (one, other) -> -1);
    }
  }

  /**
   * The class's number.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} if there is none
   */
  int number(String label) {
    int exact = classes.indexOf(label);
    int number = exact >= 0 ? exact : loosely.getOrDefault(loose(label), -1);
    if (number < 0) {
      throw DataSet.bad(
          source,
          "has films labelled " + label + ", which the model does not know.",
          "It knows "
              + String.join(", ", classes)
              + "; rename those films' label, or leave them"
              + " out.");
    }
    return number;
  }

  private static String loose(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
