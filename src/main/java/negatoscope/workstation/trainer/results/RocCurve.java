package negatoscope.workstation.trainer.results;

import java.util.ArrayList;
import java.util.List;
import negatoscope.evaluation.Ranking;

/**
 * A receiver operating characteristic that can be drawn: points that lie on a straight line between
 * their neighbours are left out, and of very many an even choice is kept.
 *
 * @param className against the rest
 * @param auc area under the curve; NaN without films of both kinds
 * @param points from (0, 0) to (1, 1), thresholds falling
 */
public record RocCurve(String className, double auc, List<Point> points) {
  private static final int MOST = 400;

  /** Copies the list. */
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * One operating point.
   *
   * @param threshold the class is called from this probability on; above 1 for never
   */
  public record Point(double threshold, double sensitivity, double specificity) {}

  static RocCurve of(String className, Ranking.Roc roc) {
    double auc = area(roc);
    if (Double.isNaN(auc)) {
      return new RocCurve(className, auc, List.of());
    }
    double[] away = roc.falsePositiveRate();
    double[] found = roc.truePositiveRate();
    List<Point> all = new ArrayList<>();
    for (int i = 0; i < away.length; i++) {
      boolean inside = i > 0 && i + 1 < away.length;
      boolean straight =
          inside
              && ((away[i - 1] == away[i] && away[i] == away[i + 1])
                  || (found[i - 1] == found[i] && found[i] == found[i + 1]));
      if (!straight) {
        all.add(new Point(roc.threshold()[i], found[i], 1 - away[i]));
      }
    }
    return new RocCurve(className, auc, thinned(all));
  }

  private static List<Point> thinned(List<Point> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Point> some = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      some.add(all.get((int) Math.round((double) i * (all.size() - 1) / (MOST - 1))));
    }
    return some;
  }

  /** By trapezoids, which is the share of pairs in the right order, a tie counting one half. */
  private static double area(Ranking.Roc roc) {
    double[] x = roc.falsePositiveRate();
    double[] y = roc.truePositiveRate();
    double area = 0;
    for (int i = 1; i < x.length; i++) {
      area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
    return x.length < 2 ? Double.NaN : area;
  }
}
