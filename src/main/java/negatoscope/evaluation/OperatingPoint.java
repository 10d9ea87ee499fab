package negatoscope.evaluation;

import java.util.Optional;

/**
 * A threshold from which a film counts as one of a class.
 *
 * @param threshold score from which it counts
 * @param sensitivity share of the class's films that then count
 * @param specificity share of the other films that then do not
 */
public record OperatingPoint(double threshold, double sensitivity, double specificity) {
  /**
   * The greatest threshold that finds so many of the class.
   *
   * @param least wanted sensitivity, above 0 to 1
   * @return empty where there are not films both of the class and of others
   */
  public static Optional<OperatingPoint> ofSensitivity(Ranking.Roc roc, double least) {
    for (int i = 1; i < roc.threshold().length; i++) {
      if (roc.truePositiveRate()[i] >= least) {
        return defined(roc, i);
      }
    }
    return Optional.empty();
  }

  /**
   * The least threshold that passes so many of the others over.
   *
   * @param least wanted specificity, 0 to 1
   * @return empty where there are not films both of the class and of others, or where no threshold
   *     finds a film of the class without missing the aim
   */
  public static Optional<OperatingPoint> ofSpecificity(Ranking.Roc roc, double least) {
    for (int i = roc.threshold().length - 1; i > 0; i--) {
      if (1 - roc.falsePositiveRate()[i] >= least) {
        return defined(roc, i);
      }
    }
    return Optional.empty();
  }

  /** What a threshold comes to on other films than it was chosen on. */
  public static OperatingPoint at(double threshold, double[] scores, boolean[] positive) {
    int positives = 0;
    int found = 0;
    int passedOver = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean counts = scores[i] >= threshold;
      if (positive[i]) {
        positives++;
        found += counts ? 1 : 0;
      } else {
        passedOver += counts ? 0 : 1;
      }
    }
    return new OperatingPoint(
        threshold, share(found, positives), share(passedOver, scores.length - positives));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static Optional<OperatingPoint> defined(Ranking.Roc roc, int at) {
    double specificity = 1 - roc.falsePositiveRate()[at];
    double sensitivity = roc.truePositiveRate()[at];
    return Double.isNaN(specificity) || Double.isNaN(sensitivity)
        ? Optional.empty()
        : Optional.of(new OperatingPoint(roc.threshold()[at], sensitivity, specificity));
  }
}
