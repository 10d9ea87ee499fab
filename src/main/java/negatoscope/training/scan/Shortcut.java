package negatoscope.training.scan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import negatoscope.evaluation.Interval;

/**
 * How well attributes that have nothing to do with the disease tell the class.
 *
 * @param attributes one, or all that vary
 * @param inside the collection whose films were looked at, or empty for all films
 * @param films how many films state the attributes
 * @param cramersV association with the class, 0 to 1; empty for several attributes
 * @param auc of a tiny classifier that knows the attributes alone, one class against the rest, mean
 *     over the classes; by cross-validation over whole patients, with its 95 % interval
 * @param perClass the AUC of each class against the rest, by name
 */
public record Shortcut(
    List<Attribute> attributes,
    String inside,
    int films,
    Optional<Double> cramersV,
    Interval auc,
    Map<String, Double> perClass) {
  /** From here on a model would have something to gain from the attribute. */
  private static final double WORTH_LEARNING = 0.6;

  /** Copies the list. */
  public Shortcut {
    attributes = List.copyOf(attributes);
    perClass = Map.copyOf(perClass);
  }

  /** Whether the attribute tells so much that a model may learn it in place of the disease. */
  public boolean tempting() {
    return auc.low() > WORTH_LEARNING;
  }

  /** What it means, in plain words. */
  public String sentence() {
    String where = inside.isEmpty() ? "" : "inside " + inside + ", ";
    String names = attributes.stream().map(Attribute::text).collect(Collectors.joining(", "));
    String figures =
        "(AUC %s%s%s)"
            .formatted(
                String.format(
                    Locale.ROOT, "%.2f, 95 %% %.2f to %.2f", auc.value(), auc.low(), auc.high()),
                best(),
                cramersV.map(v -> String.format(Locale.ROOT, "; Cramér's V %.2f", v)).orElse(""));
    String text;
    if (tempting()) {
      String learned =
          attributes.stream().map(Attribute::learned).distinct().collect(Collectors.joining(", "));
      text =
          where
              + names
              + " alone tells the classes apart "
              + figures
              + ": such a model may learn "
              + learned
              + ", not the disease.";
    } else {
      text = where + names + " alone hardly tells the classes apart " + figures + ".";
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The class that it tells best, where there are more than two. */
  private String best() {
    return perClass.size() < 3
        ? ""
        : perClass.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                most ->
                    String.format(
                        Locale.ROOT, "; %s against the rest %.2f", most.getKey(), most.getValue()))
            .orElse("");
  }
}
