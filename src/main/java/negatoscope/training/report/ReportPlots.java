package negatoscope.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import negatoscope.evaluation.Calibration;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Ranking;
import negatoscope.rendering.plot.Plot;
import negatoscope.training.judging.Judgement;

/** The curves of a report, by the names of their files. */
final class ReportPlots {
  private static final double[] DIAGONAL = {0, 1};

  private ReportPlots() {}

  /** ROC, precision-recall and reliability. */
  static Map<String, Plot> of(Judgement judgement) {
    Map<String, Plot> plots = new LinkedHashMap<>();
    List<Plot.Series> roc = new ArrayList<>();
    List<Plot.Series> recall = new ArrayList<>();
    roc.add(guide());
    for (int k = 0; k < judgement.classes().size(); k++) {
      Ranking ranking = Figures.ranking(judgement.predictions(), k);
      if (Double.isNaN(ranking.auc())) {
        continue;
      }
      String name = judgement.classes().get(k);
      Ranking.Roc curve = ranking.roc();
      roc.add(
          new Plot.Series(
              name + ", AUC " + Wording.number(ranking.auc()),
              Plot.Style.LINE,
              curve.falsePositiveRate(),
              curve.truePositiveRate()));
      Ranking.PrecisionRecall other = ranking.precisionRecall();
      recall.add(
          new Plot.Series(
              name + ", AP " + Wording.number(ranking.averagePrecision()),
              Plot.Style.LINE,
              other.recall(),
              other.precision()));
    }
    plots.put(
        "roc",
        new Plot(
            "ROC, one class against the rest",
            Plot.Axis.share("1 − specificity"),
            Plot.Axis.share("sensitivity"),
            roc));
    plots.put(
        "precision-recall",
        new Plot(
            "Precision and recall",
            Plot.Axis.share("recall"),
            Plot.Axis.share("precision"),
            recall));
    plots.put("reliability", reliability(judgement));
    return plots;
  }

  private static Plot reliability(Judgement judgement) {
    List<Calibration.Bin> bins =
        judgement.figures().reliabilityBins().stream().filter(bin -> bin.count() > 0).toList();
    return new Plot(
        "Reliability: is it as often right as it says?",
        Plot.Axis.share("probability of the answer"),
        Plot.Axis.share("share that is right"),
        List.of(
            guide(),
            new Plot.Series(
                "ECE " + Wording.number(judgement.figures().ece()),
                Plot.Style.MARKED,
                bins.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
                bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray())));
  }

  private static Plot.Series guide() {
    return new Plot.Series("", Plot.Style.GUIDE, DIAGONAL, DIAGONAL);
  }

  /** The course of the training; nothing where it is not known. */
  static Map<String, Plot> ofTraining(List<EpochPoint> epochs) {
    Map<String, Plot> plots = new LinkedHashMap<>();
    if (epochs.size() < 2) {
      return plots;
    }
    double[] number = IntStream.rangeClosed(1, epochs.size()).asDoubleStream().toArray();
    double[] loss = epochs.stream().mapToDouble(EpochPoint::loss).toArray();
    double[] judged = epochs.stream().mapToDouble(EpochPoint::validationLoss).toArray();
    double[] learned = epochs.stream().mapToDouble(EpochPoint::accuracy).toArray();
    double[] right = epochs.stream().mapToDouble(EpochPoint::validationAccuracy).toArray();
    Plot.Axis epoch = new Plot.Axis("epoch, all stages and runs", 1, epochs.size());
    plots.put(
        "loss",
        new Plot(
            "Loss by epoch",
            epoch,
            Plot.Axis.around("loss", both(loss, judged)),
            List.of(
                new Plot.Series("training", Plot.Style.LINE, number, loss),
                new Plot.Series("validation", Plot.Style.LINE, number, judged))));
    plots.put(
        "accuracy",
        new Plot(
            "Accuracy by epoch",
            epoch,
            Plot.Axis.around("accuracy", both(learned, right)),
            Arrays.stream(learned).allMatch(Double::isNaN)
                ? List.of(new Plot.Series("validation", Plot.Style.LINE, number, right))
                : List.of(
                    new Plot.Series("training", Plot.Style.LINE, number, learned),
                    new Plot.Series("validation", Plot.Style.LINE, number, right))));
    return plots;
  }

  private static double[] both(double[] one, double[] other) {
    return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
  }
}
