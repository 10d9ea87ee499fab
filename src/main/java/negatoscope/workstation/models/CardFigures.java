package negatoscope.workstation.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a model's card for people: those that please and, beside them without gloss, those
 * that show how much of the score comes from something else than the lungs.
 *
 * @param rows in the order in which they are read
 */
public record CardFigures(List<Row> rows) {
  /**
   * One figure.
   *
   * @param label what it is
   * @param value with its interval where there is one
   * @param honest whether it is one that limits the others
   */
  public record Row(String label, String value, boolean honest) {}

  /** Of a card; no rows where the model was never tested. */
  public static CardFigures of(ModelCard card) {
    List<Row> rows = new ArrayList<>();
    CardTest test = card.test();
    if (test != null) {
      CardInterval accuracy = test.intervals().get("accuracy");
      CardInterval auc = test.intervals().get("macroAuc");
      rows.add(
          new Row(
              "Accuracy on " + test.films() + " test films",
              percent(test.accuracy()) + percents(accuracy),
              false));
      rows.add(new Row("Macro AUC", auc(test.macroAuc()) + aucs(auc), false));
      test.insideCollection()
          .forEach(
              inside ->
                  rows.add(
                      new Row(
                          "AUC inside %s: %s or %s"
                              .formatted(inside.collection(), inside.positive(), inside.negative()),
                          auc(inside.rocAuc()) + aucs(inside.interval()),
                          true)));
    }
    CardProbes probes = card.probes();
    if (probes != null) {
      addProbe(rows, "Lungs blacked out", probes.lungsAway());
      addProbe(rows, "Border alone", probes.borderOnly());
    }
    return new CardFigures(List.copyOf(rows));
  }

  private static void addProbe(List<Row> rows, String label, CardProbes.@Nullable Probe probe) {
    if (probe != null) {
      rows.add(
          new Row(
              label + (probe.retrained() ? ", trained anew" : ""),
              percent(probe.accuracy()) + ", AUC " + auc(probe.macroAuc()),
              true));
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String percents(@Nullable CardInterval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ROOT, " (%.1f–%.1f)", 100 * interval.low(), 100 * interval.high());
  }

  private static String auc(@Nullable Double value) {
    return value == null ? "not defined" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String aucs(@Nullable CardInterval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ROOT, " (%.3f–%.3f)", interval.low(), interval.high());
  }
}
