package negatoscope.training.judging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Interval;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardTest;
import org.jspecify.annotations.Nullable;

/** The card's figures on test films. */
public record FigureCard(Judgement judgement) {
  /** What goes into the card. */
  public CardTest card(int looks) {
    Figures figures = judgement.figures();
    return new CardTest(
        figures.films(),
        figures.accuracy(),
        defined(figures.macro().rocAuc()),
        figures.logLoss(),
        figures.ece(),
        perClass(figures),
        perCollection(),
        insideCollection(),
        intervals(),
        looks);
  }

  private Map<String, CardTest.PerClass> perClass(Figures figures) {
    Map<String, CardTest.PerClass> all = new LinkedHashMap<>();
    for (int k = 0; k < judgement.classes().size(); k++) {
      all.put(
          judgement.classes().get(k),
          new CardTest.PerClass(
              figures.support()[k],
              figures.precision()[k],
              figures.recall()[k],
              figures.specificity()[k],
              figures.f1()[k],
              defined(figures.rocAuc()[k])));
    }
    return all;
  }

  private Map<String, CardTest.PerCollection> perCollection() {
    Map<String, CardTest.PerCollection> all = new LinkedHashMap<>();
    for (GroupFigures group : judgement.perCollection()) {
      all.put(
          group.name(),
          new CardTest.PerCollection(
              group.films(),
              group.accuracy().value(),
              defined(group.macroAuc().value()),
              interval(group.accuracy())));
    }
    return all;
  }

  private List<CardTest.InsideCollection> insideCollection() {
    List<String> classes = judgement.classes();
    return judgement.inside().stream()
        .map(
            pair ->
                new CardTest.InsideCollection(
                    pair.collection(),
                    classes.get(pair.positive()),
                    classes.get(pair.negative()),
                    pair.films(),
                    defined(pair.rocAuc().value()),
                    interval(pair.rocAuc())))
        .toList();
  }

  private Map<String, CardInterval> intervals() {
    Map<String, CardInterval> all = new LinkedHashMap<>();
    put(all, "accuracy", Figure.ACCURACY, 0);
    put(all, "macroAuc", Figure.MACRO_ROC_AUC, 0);
    put(all, "logLoss", Figure.LOG_LOSS, 0);
    put(all, "ece", Figure.ECE, 0);
    for (int k = 0; k < judgement.classes().size(); k++) {
      String name = judgement.classes().get(k);
      put(all, "recall:" + name, Figure.RECALL, k);
      put(all, "rocAuc:" + name, Figure.ROC_AUC, k);
    }
    return all;
  }

  private void put(Map<String, CardInterval> all, String name, Figure figure, int k) {
    CardInterval interval = interval(judgement.intervals().get(figure, k));
    if (interval != null) {
      all.put(name, interval);
    }
  }

  private static @Nullable CardInterval interval(Interval interval) {
    return Double.isNaN(interval.low()) ? null : new CardInterval(interval.low(), interval.high());
  }

  private static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
