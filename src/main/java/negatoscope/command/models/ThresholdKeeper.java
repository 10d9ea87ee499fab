package negatoscope.command.models;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import negatoscope.command.conventions.Exit;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.judging.ChosenPoints;

/** Chooses thresholds of a model, and says what they come to. */
final class ThresholdKeeper {
  private final Surroundings around;

  ThresholdKeeper(Surroundings around) {
    this.around = around;
  }

  /**
   * Chooses.
   *
   * @param classes of which; all if empty
   * @throws IllegalArgumentException for a class that the model does not have
   */
  int choose(String name, List<String> classes, ChosenPoints.Aim aim) {
    Model model = around.workbench().library().find(name);
    List<String> known = model.card().classes();
    for (String wanted : classes) {
      if (!known.contains(wanted)) {
        throw new IllegalArgumentException(
            "The model %s has no class %s; it has %s"
                .formatted(model.card().name(), wanted, String.join(", ", known)));
      }
    }
    if (name.equals(Library.BUNDLED)) {
      throw new Failure(
          ErrorCode.NOT_WRITABLE,
          name + " comes with the program and stays as it is.",
          "Export it, import it under another name, and choose thresholds there.");
    }
    Set<String> chosen = Set.copyOf(classes.isEmpty() ? known : classes);
    Map<String, CardOperatingPoint> points =
        ChosenPoints.choose(model, chosen, aim).card().operatingPoints();
    if (points != null) {
      points.forEach((of, point) -> around.console().out().println(line(of, point)));
    }
    return Exit.WELL;
  }

  /** A threshold in a line. */
  static String line(String className, CardOperatingPoint point) {
    return String.format(
        Locale.ROOT,
        "%-22s from %.1f %% on: sensitivity %.3f, specificity %.3f",
        className,
        100 * point.threshold(),
        point.sensitivity(),
        point.specificity());
  }
}
