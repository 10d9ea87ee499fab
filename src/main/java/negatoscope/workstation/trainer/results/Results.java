package negatoscope.workstation.trainer.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Ranking;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardProbes;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.Trained;
import org.jspecify.annotations.Nullable;

/**
 * How good a trained model is, in numbers for people.
 *
 * @param trained the model and what it said
 * @param classes in the model's order
 * @param overall figures over all films
 * @param perClass a table, the first row names the columns
 * @param perCollection the same; a head alone where films are of one collection
 * @param probes what the model answers without the lungs; empty where that was not measured
 * @param confusion rows truth, columns what was said
 * @param worst films that were taken for another class, the surest errors first
 * @param thresholds one a class
 */
public record Results(
    Trained trained,
    List<String> classes,
    List<Row> overall,
    List<List<String>> perClass,
    List<List<String>> perCollection,
    List<Row> probes,
    int[][] confusion,
    List<Judged> worst,
    List<ThresholdCurve> thresholds) {

  /** A figure with its interval, both for people. */
  public record Row(String name, String value, String interval) {}

  /** Computes them all; takes a moment for thousands of films. */
  public static Results of(Trained trained) {
    ModelCard card = trained.model().card();
    Predictions said = predictions(trained.films());
    Figures figures = Figures.of(said);
    CardTest test = trained.tested() ? card.test() : null;
    Map<String, CardInterval> intervals = test == null ? Map.of() : test.intervals();
    ChosenPoints.Curves validation =
        ChosenPoints.curves(trained.model()).orElseGet(() -> unknown(card.classes().size()));
    return new Results(
        trained,
        card.classes(),
        overall(figures, intervals),
        perClass(card.classes(), figures, intervals),
        perCollection(trained.films(), test),
        probes(card.probes()),
        figures.confusion(),
        trained.films().stream()
            .filter(film -> film.said() != film.truth())
            .sorted(Comparator.comparingDouble(Judged::error).reversed())
            .toList(),
        ThresholdCurve.of(card, validation, said));
  }

  private static ChosenPoints.Curves unknown(int classes) {
    double[] none = {};
    return new ChosenPoints.Curves(
        0, Collections.nCopies(classes, new Ranking.Roc(none, none, none)));
  }

  private static Predictions predictions(List<Judged> films) {
    return new Predictions(
        films.stream().mapToInt(Judged::truth).toArray(),
        films.stream()
            .map(film -> film.probabilities().stream().mapToDouble(p -> p).toArray())
            .toArray(double[][]::new));
  }

  private static List<Row> overall(Figures figures, Map<String, CardInterval> intervals) {
    return List.of(
        new Row("Accuracy", percent(figures.accuracy()), percents(intervals.get("accuracy"))),
        new Row("Macro AUC", number(figures.macro().rocAuc()), numbers(intervals.get("macroAuc"))),
        new Row("Log loss", number(figures.logLoss()), numbers(intervals.get("logLoss"))),
        new Row(
            "Expected calibration error", number(figures.ece()), numbers(intervals.get("ece"))));
  }

  private static List<List<String>> perClass(
      List<String> classes, Figures figures, Map<String, CardInterval> intervals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "films", "recall", "95 %", "precision", "specificity", "AUC"));
    for (int k = 0; k < classes.size(); k++) {
      String name = classes.get(k);
      rows.add(
          List.of(
              name,
              Integer.toString(figures.support()[k]),
              percent(figures.recall()[k]),
              percents(intervals.get("recall:" + name)),
              percent(figures.precision()[k]),
              percent(figures.specificity()[k]),
              number(figures.rocAuc()[k])));
    }
    return rows;
  }

  private static List<List<String>> perCollection(List<Judged> films, @Nullable CardTest test) {
    Map<String, List<Judged>> byName =
        films.stream()
            .collect(Collectors.groupingBy(Judged::collection, TreeMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("collection", "films", "accuracy", "95 %"));
    if (byName.size() < 2) {
      return rows;
    }
    byName.forEach(
        (name, some) -> {
          CardTest.PerCollection told = test == null ? null : test.perCollection().get(name);
          rows.add(
              List.of(
                  name.isEmpty() ? "not stated" : name,
                  Integer.toString(some.size()),
                  percent(Figures.accuracy(predictions(some))),
                  told == null ? "" : percents(told.accuracyInterval())));
        });
    return rows;
  }

  private static List<Row> probes(@Nullable CardProbes probes) {
    List<Row> rows = new ArrayList<>();
    if (probes != null) {
      probe(rows, "With the lungs blacked out", probes.lungsAway());
      probe(rows, "With the border alone", probes.borderOnly());
    }
    return rows;
  }

  private static void probe(List<Row> rows, String name, CardProbes.@Nullable Probe probe) {
    if (probe != null) {
      Double auc = probe.macroAuc();
      rows.add(
          new Row(name, percent(probe.accuracy()), auc == null ? "" : "macro AUC " + number(auc)));
    }
  }

  /** The films of a class that were taken for a class, the surest errors first. */
  public List<Judged> films(int truth, int said) {
    return trained.films().stream()
        .filter(film -> film.truth() == truth && film.said() == said)
        .sorted(Comparator.comparingDouble(Judged::error).reversed())
        .toList();
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String percents(@Nullable CardInterval interval) {
    return interval == null
        ? ""
        : String.format(
            Locale.ROOT, "%.1f to %.1f %%", 100 * interval.low(), 100 * interval.high());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String numbers(@Nullable CardInterval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
  }
}
