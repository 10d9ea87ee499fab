package negatoscope.training.scan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    List<String> names = attributes.stream().map(Attribute::text).toList();
    List<String> learned = attributes.stream().map(Attribute::learned).distinct().toList();
    String where = inside.isEmpty() ? "" : "inside " + inside + ", ";
    String tells = names.size() == 1 ? "tells" : "tell";
    String text;
    if (tempting()) {
      text =
          "%s%s alone %s the classes apart %s: such a model may learn %s, not the disease."
              .formatted(where, and(names), tells, figures(), and(learned));
    } else if (auc.value() > WORTH_LEARNING) {
      text =
          "%s%s alone may tell the classes apart; the interval leaves it open %s."
              .formatted(where, and(names), figures());
    } else {
      text =
          "%s%s alone hardly %s the classes apart %s."
              .formatted(where, and(names), tells, figures());
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String figures() {
    String interval =
        String.format(
            Locale.ROOT, "AUC %.2f, 95 %% %.2f to %.2f", auc.value(), auc.low(), auc.high());
    String association =
        cramersV.map(v -> String.format(Locale.ROOT, "; Cramér's V %.2f", v)).orElse("");
    return "(" + interval + best() + association + ")";
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
