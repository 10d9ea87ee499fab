package negatoscope.workstation.trainer.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.workstation.trainer.results.RocCurve.Point;

/**
 * Each class's operating point. It moves along the curve of the validation films, so that nothing
 * is chosen by test films; what it comes to on those is said beside it.
 */
public final class ThresholdsViewModel {
  private final IntegerProperty curve = new SimpleIntegerProperty(0);
  private final IntegerProperty point = new SimpleIntegerProperty(0);
  private final ReadOnlyStringWrapper chosenBy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper onTest = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private List<ThresholdCurve> curves = List.of();
  private int[] at = new int[0];
  private boolean tested;

  /** Nothing to choose yet. */
  ThresholdsViewModel() {
    curve.addListener((property, before, now) -> turnTo(now.intValue()));
    point.addListener((property, before, now) -> take(now.intValue()));
  }

  /** The training's own points. */
  void show(Results results) {
    curves = results.thresholds();
    tested = results.trained().tested();
    at = curves.stream().mapToInt(ThresholdCurve::own).toArray();
    curve.set(0);
    turnTo(0);
  }

  private void turnTo(int number) {
    if (number >= 0 && number < at.length) {
      point.set(at[number]);
      say();
    }
  }

  private void take(int number) {
    at[curve.get()] = number;
    say();
  }

  /** The class whose curve is shown. */
  public IntegerProperty curveProperty() {
    return curve;
  }

  /** The class's operating point, a number of {@link ThresholdCurve#points}. */
  public IntegerProperty pointProperty() {
    return point;
  }

  /** What the point is, and on what it was chosen. */
  public ReadOnlyStringProperty chosenByProperty() {
    return chosenBy.getReadOnlyProperty();
  }

  /** What it comes to on the test films. */
  public ReadOnlyStringProperty onTestProperty() {
    return onTest.getReadOnlyProperty();
  }

  /** Whether the class's point is another than the training's own. */
  public ReadOnlyBooleanProperty movedProperty() {
    return moved.getReadOnlyProperty();
  }

  /** All classes' thresholds in a sentence, for whoever is about to save them. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** The shown class's curve. */
  ThresholdCurve shown() {
    return curves.get(curve.get());
  }

  /** Puts the class's point back to where the training chose it. */
  public void putBack() {
    if (!curves.isEmpty()) {
      point.set(shown().own());
    }
  }

  /** The points that were moved, as they go into the model's card. */
  public Map<String, CardOperatingPoint> changed() {
    Map<String, CardOperatingPoint> changed = new LinkedHashMap<>();
    for (int k = 0; k < at.length; k++) {
      ThresholdCurve one = curves.get(k);
      if (at[k] != one.own()) {
        Point to = one.points().get(at[k]);
        changed.put(
            one.className(),
            new CardOperatingPoint(to.threshold(), to.sensitivity(), to.specificity()));
      }
    }
    return changed;
  }

  private void say() {
    ThresholdCurve now = shown();
    if (now.points().isEmpty()) {
      chosenBy.set(
          "No threshold can be chosen for %s: there is no curve of validation films of it and of others."
              .formatted(now.className()));
      onTest.set("");
      moved.set(false);
    } else {
      int number = at[curve.get()];
      moved.set(number != now.own());
      Point by = now.points().get(number);
      chosenBy.set(
          "%s from a probability of %s on; %s. On the %,d validation films it finds %s of them (sensitivity) and is right about %s of the others (specificity)."
              .formatted(
                  now.className(),
                  percent(by.threshold()),
                  moved.get() ? "moved by you, saved with the model" : "as the training chose",
                  now.films(),
                  percent(by.sensitivity()),
                  percent(by.specificity())));
      onTest.set(tested ? onTest(now, now.onJudged(number)) : NOT_TESTED);
    }
    summary.set(summed());
  }

  private static final String NOT_TESTED =
      "There are no test films: what it comes to on films that nothing was chosen by is not known.";

  private static String onTest(ThresholdCurve curve, Point there) {
    return "On the %,d test films, which it was not chosen by, that comes to a sensitivity of %s and a specificity of %s."
        .formatted(
            curve.scores().length, percent(there.sensitivity()), percent(there.specificity()));
  }

  private String summed() {
    StringBuilder all = new StringBuilder();
    for (int k = 0; k < at.length; k++) {
      ThresholdCurve one = curves.get(k);
      if (!one.points().isEmpty()) {
        all.append(all.isEmpty() ? "" : ", ")
            .append(one.className())
            .append(" from ")
            .append(percent(one.points().get(at[k]).threshold()))
            .append(at[k] == one.own() ? "" : " (moved by you)");
      }
    }
    return all.isEmpty()
        ? ""
        : "Thresholds in its card, chosen on the validation films: " + all + ".";
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
