package negatoscope.workstation.trainer.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.OperatingPoint;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Ranking;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.ModelCard;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.workstation.trainer.results.RocCurve.Point;

/**
 * From which probability a film counts as one of a class: where that can be chosen, by the
 * validation films, and what it comes to on the films judged.
 *
 * @param className against the rest
 * @param films validation films
 * @param validation their curve; without points where none is known
 * @param points that can be chosen, thresholds falling; empty where nothing can be chosen
 * @param own number of the point that the training chose; 0 where there is none
 * @param judged the curve of the films judged
 * @param scores probabilities of the class, of the films judged
 * @param truly whether they are of the class
 */
record ThresholdCurve(
    String className,
    int films,
    RocCurve validation,
    List<Point> points,
    int own,
    RocCurve judged,
    double[] scores,
    boolean[] truly) {
  /** Copies the list. */
  ThresholdCurve {
    points = List.copyOf(points);
  }

  /** One a class. */
  static List<ThresholdCurve> of(ModelCard card, ChosenPoints.Curves validation, Predictions said) {
    Map<String, CardOperatingPoint> chosen =
        ChosenPoints.merged(card, Map.<String, CardOperatingPoint>of());
    List<ThresholdCurve> all = new ArrayList<>();
    for (int k = 0; k < card.classes().size(); k++) {
      String name = card.classes().get(k);
      RocCurve curve = RocCurve.of(name, validation.byClass().get(k));
      List<Point> points =
          curve.points().isEmpty() ? List.of() : points(validation.byClass().get(k));
      CardOperatingPoint own = chosen.get(name);
      all.add(
          new ThresholdCurve(
              name,
              validation.films(),
              curve,
              points,
              own == null ? balanced(points) : nearest(points, own.threshold()),
              RocCurve.of(name, Figures.ranking(said, k).roc()),
              said.scores(k),
              said.truly(k)));
    }
    return all;
  }

  /** The first point of a curve calls nothing, and its threshold is no probability. */
  private static List<Point> points(Ranking.Roc roc) {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < roc.threshold().length; i++) {
      points.add(
          new Point(roc.threshold()[i], roc.truePositiveRate()[i], 1 - roc.falsePositiveRate()[i]));
    }
    return points;
  }

  private static int nearest(List<Point> points, double threshold) {
    int nearest = 0;
    for (int i = 1; i < points.size(); i++) {
      if (Math.abs(points.get(i).threshold() - threshold)
          < Math.abs(points.get(nearest).threshold() - threshold)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Where sensitivity and specificity together are greatest. */
  private static int balanced(List<Point> points) {
    int best = 0;
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).sensitivity() + points.get(i).specificity()
          > points.get(best).sensitivity() + points.get(best).specificity()) {
        best = i;
      }
    }
    return best;
  }

  /** What a point comes to on the films judged; NaN without films of the class or of others. */
  Point onJudged(int point) {
    OperatingPoint at = OperatingPoint.at(points.get(point).threshold(), scores, truly);
    return new Point(at.threshold(), at.sensitivity(), at.specificity());
  }
}
