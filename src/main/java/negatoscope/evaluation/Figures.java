package negatoscope.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Every figure of one classifier on one set of films; arrays have one element a class. What is
 * undefined is NaN.
 *
 * @param films how many films were judged
 * @param balancedAccuracy mean recall of the classes that have films
 * @param confusion rows truth, columns prediction
 * @param support films of each class
 * @param macro plain means over the classes; of ROC AUC and average precision over those where they
 *     are defined
 * @param brier mean over the films of the sum over the classes of (p − y)², 0 to 2
 * @param ece expected calibration error, 15 bins
 * @param mce largest gap of a bin
 */
public record Figures(
    int films,
    double accuracy,
    double balancedAccuracy,
    int[][] confusion,
    int[] support,
    double[] precision,
    double[] recall,
    double[] f1,
    double[] specificity,
    Macro macro,
    double[] rocAuc,
    double[] averagePrecision,
    double logLoss,
    double brier,
    double[] brierPerClass,
    double cohensKappa,
    double ece,
    double mce,
    List<Calibration.Bin> reliabilityBins) {

  /** Plain means over the classes. */
  public record Macro(
      double precision,
      double recall,
      double f1,
      double specificity,
      double rocAuc,
      double averagePrecision) {}

  /** Computes them all. */
  public static Figures of(Predictions predictions) {
    Confusion confusion = Confusion.of(predictions);
    int classes = predictions.classes();
    double[] precision = confusion.perClass(confusion::precision);
    double[] recall = confusion.perClass(confusion::recall);
    double[] f1 = confusion.perClass(confusion::f1);
    double[] specificity = confusion.perClass(confusion::specificity);
    List<Ranking> rankings =
        IntStream.range(0, classes).mapToObj(k -> ranking(predictions, k)).toList();
    double[] auc = rankings.stream().mapToDouble(Ranking::auc).toArray();
    double[] averagePrecision = rankings.stream().mapToDouble(Ranking::averagePrecision).toArray();
    double[] brier = perClass(predictions, k -> Calibration.brier(predictions, k));
    List<Calibration.Bin> bins = Calibration.bins(predictions);
    return new Figures(
        predictions.count(),
        confusion.accuracy(),
        confusion.balancedAccuracy(),
        confusion.counts(),
        IntStream.range(0, classes).map(confusion::support).toArray(),
        precision,
        recall,
        f1,
        specificity,
        new Macro(
            mean(precision),
            mean(recall),
            mean(f1),
            mean(specificity),
            mean(auc),
            mean(averagePrecision)),
        auc,
        averagePrecision,
        Calibration.logLoss(predictions),
        Arrays.stream(brier).sum(),
        brier,
        confusion.kappa(),
        Calibration.expectedError(bins),
        Calibration.maximumError(bins),
        bins);
  }

  /** Share of films taken for what they are. */
  public static double accuracy(Predictions predictions) {
    return Confusion.of(predictions).accuracy();
  }

  /** Area under the curve of one class against the rest; NaN without films of both. */
  public static double auc(Predictions predictions, int ofClass) {
    return ranking(predictions, ofClass).auc();
  }

  /** Mean over the classes where it is defined of {@link #auc}. */
  public static double macroAuc(Predictions predictions) {
    return mean(perClass(predictions, k -> auc(predictions, k)));
  }

  /** Films ranked by the probability of a class. */
  public static Ranking ranking(Predictions predictions, int ofClass) {
    return Ranking.of(predictions.scores(ofClass), predictions.truly(ofClass));
  }

  private static double[] perClass(Predictions predictions, IntFunction<Double> figure) {
    return IntStream.range(0, predictions.classes()).mapToDouble(figure::apply).toArray();
  }

  /** Mean of what is defined; NaN of nothing. */
  private static double mean(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
  }
}
