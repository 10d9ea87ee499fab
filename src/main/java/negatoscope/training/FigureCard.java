package negatoscope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.Calibration;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Interval;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Ranking;
import negatoscope.library.card.CardInterval;
import negatoscope.library.card.CardTest;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import org.jspecify.annotations.Nullable;

/**
 * The card's figures on test films, with 95 % intervals by bootstrap over patients.
 *
 * @param dataSet whose films they are
 * @param rows the films judged
 * @param predictions about them, in the same order
 */
record FigureCard(DataSet dataSet, int[] rows, Predictions predictions) {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20250611;

  /** Fewer films of a class tell nothing about it inside a collection. */
  private static final int LEAST_FILMS = 5;

  CardTest card(int looks) {
    Figures figures = Figures.of(predictions);
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
    for (int k = 0; k < predictions.classes(); k++) {
      all.put(
          dataSet.classes().get(k),
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
    for (String name : dataSet.perCollection(rows).keySet()) {
      int[] places = places(i -> film(i).collection().equals(name));
      Predictions there = predictions.rows(places);
      all.put(
          name,
          new CardTest.PerCollection(
              places.length,
              Figures.accuracy(there),
              defined(Figures.macroAuc(there)),
              interval(places, Figures::accuracy)));
    }
    return all;
  }

  /** Every pair of classes of which a collection has enough films, the earlier class positive. */
  private List<CardTest.InsideCollection> insideCollection() {
    List<CardTest.InsideCollection> all = new ArrayList<>();
    for (String name : dataSet.perCollection(rows).keySet()) {
      for (int a = 0; a < predictions.classes(); a++) {
        for (int b = a + 1; b < predictions.classes(); b++) {
          int positive = a;
          int negative = b;
          int[] of = places(i -> inside(i, name, positive));
          int[] against = places(i -> inside(i, name, negative));
          if (of.length < LEAST_FILMS || against.length < LEAST_FILMS) {
            continue;
          }
          int[] both = IntStream.concat(Arrays.stream(of), Arrays.stream(against)).toArray();
          ToDoubleFunction<Predictions> auc = films -> pairAuc(films, positive, negative);
          all.add(
              new CardTest.InsideCollection(
                  name,
                  dataSet.classes().get(a),
                  dataSet.classes().get(b),
                  both.length,
                  defined(auc.applyAsDouble(predictions.rows(both))),
                  interval(both, auc)));
        }
      }
    }
    return all;
  }

  private boolean inside(int place, String collection, int label) {
    return film(place).collection().equals(collection) && film(place).label() == label;
  }

  /** One class against another, by the share of the two probabilities that the first has. */
  private static double pairAuc(Predictions films, int positive, int negative) {
    double[] scores =
        Arrays.stream(films.probabilities())
            .mapToDouble(p -> logarithm(p[positive]) - logarithm(p[negative]))
            .toArray();
    return Ranking.of(scores, films.truly(positive)).auc();
  }

  private static double logarithm(double probability) {
    return Math.log(Math.max(probability, Double.MIN_NORMAL));
  }

  private Map<String, CardInterval> intervals() {
    Map<String, CardInterval> all = new LinkedHashMap<>();
    int[] every = places(i -> true);
    put(all, "accuracy", interval(every, Figures::accuracy));
    put(all, "macroAuc", interval(every, Figures::macroAuc));
    put(all, "logLoss", interval(every, Calibration::logLoss));
    put(all, "ece", interval(every, films -> Calibration.expectedError(Calibration.bins(films))));
    for (int k = 0; k < predictions.classes(); k++) {
      int label = k;
      String name = dataSet.classes().get(k);
      put(all, "recall:" + name, interval(every, films -> recall(films, label)));
      put(all, "rocAuc:" + name, interval(every, films -> Figures.auc(films, label)));
    }
    return all;
  }

  private static double recall(Predictions films, int label) {
    Figures figures = Figures.of(films);
    return figures.support()[label] == 0 ? Double.NaN : figures.recall()[label];
  }

  private static void put(
      Map<String, CardInterval> all, String name, @Nullable CardInterval interval) {
    if (interval != null) {
      all.put(name, interval);
    }
  }

  private @Nullable CardInterval interval(int[] places, ToDoubleFunction<Predictions> figure) {
    Predictions there = predictions.rows(places);
    List<String> patients = Arrays.stream(places).mapToObj(place -> film(place).patient()).toList();
    Interval interval =
        Bootstrap.byGroup(patients, RESAMPLES, SEED)
            .interval(drawn -> figure.applyAsDouble(there.rows(drawn)));
    return Double.isNaN(interval.low()) ? null : new CardInterval(interval.low(), interval.high());
  }

  private int[] places(IntPredicate wanted) {
    return IntStream.range(0, rows.length).filter(wanted).toArray();
  }

  private LabelledFilm film(int place) {
    return dataSet.films().get(rows[place]);
  }

  private static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
