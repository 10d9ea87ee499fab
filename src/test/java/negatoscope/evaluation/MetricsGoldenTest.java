package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every figure against scikit-learn's and scipy's, in {@code ../shared/keras/metrics.json}. */
@NeedsShared
class MetricsGoldenTest {
  private static final double EXACT = 1e-9;
  private static final double FITTED = 1e-6;

  @TestFactory
  Stream<DynamicTest> figuresAgreeWithScikitLearn() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode set : golden().get("sets")) {
      tests.add(DynamicTest.dynamicTest("n = " + set.get("n").asInt(), () -> checkSet(set)));
    }
    for (JsonNode edge : golden().get("edge_cases")) {
      tests.add(
          DynamicTest.dynamicTest(
              edge.get("name").asText(),
              () -> checkFigures(predictions(edge), edge.get("expected"))));
    }
    return tests.stream();
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper().readTree(Shared.path("keras/metrics.json").toFile());
  }

  private static void checkSet(JsonNode set) {
    Predictions predictions = predictions(set);
    JsonNode expected = set.get("expected");
    checkFigures(predictions, expected);
    checkBins(Calibration.bins(predictions), expected.get("reliability_bins"));
    for (int k = 0; k < predictions.classes(); k++) {
      Ranking.Roc roc = Figures.ranking(predictions, k).roc();
      JsonNode wanted = expected.get("roc").get(k);
      assertThat(roc.threshold()[0]).isInfinite();
      equal(roc.falsePositiveRate(), wanted.get("false_positive_rate"), EXACT);
      equal(roc.truePositiveRate(), wanted.get("true_positive_rate"), EXACT);
      Ranking.PrecisionRecall curve = Figures.ranking(predictions, k).precisionRecall();
      JsonNode wantedCurve = expected.get("precision_recall").get(k);
      equal(curve.threshold(), wantedCurve.get("threshold"), EXACT);
      equal(curve.precision(), wantedCurve.get("precision"), EXACT);
      equal(curve.recall(), wantedCurve.get("recall"), EXACT);
    }
    checkTemperature(predictions, expected.get("temperature_scaling"));
    checkAgreement(predictions, set);
  }

  private static void checkFigures(Predictions predictions, JsonNode expected) {
    Figures figures = Figures.of(predictions);
    equal(figures.accuracy(), expected.get("accuracy"), EXACT);
    for (int k = 0; k < predictions.classes(); k++) {
      assertThat(figures.confusion()[k]).containsExactly(ints(expected.get("confusion").get(k)));
    }
    assertThat(figures.support()).containsExactly(ints(expected.get("support")));
    equal(figures.precision(), expected.get("precision"), EXACT);
    equal(figures.recall(), expected.get("recall"), EXACT);
    equal(figures.f1(), expected.get("f1"), EXACT);
    equal(figures.specificity(), expected.get("specificity"), EXACT);
    JsonNode macro = expected.get("macro");
    equal(figures.macro().precision(), macro.get("precision"), EXACT);
    equal(figures.macro().recall(), macro.get("recall"), EXACT);
    equal(figures.macro().f1(), macro.get("f1"), EXACT);
    equal(figures.macro().specificity(), macro.get("specificity"), EXACT);
    equal(figures.macro().rocAuc(), macro.get("roc_auc"), EXACT);
    equal(figures.macro().averagePrecision(), macro.get("average_precision"), EXACT);
    equal(figures.rocAuc(), expected.get("roc_auc"), EXACT);
    equal(figures.averagePrecision(), expected.get("average_precision"), EXACT);
    equal(figures.logLoss(), expected.get("log_loss"), EXACT);
    equal(figures.brier(), expected.get("brier"), EXACT);
    equal(figures.brierPerClass(), expected.get("brier_per_class"), EXACT);
    equal(figures.cohensKappa(), expected.get("cohens_kappa"), EXACT);
    equal(figures.ece(), expected.get("ece"), EXACT);
    equal(figures.mce(), expected.get("mce"), EXACT);
    if (expected.has("reliability_counts")) {
      assertThat(figures.reliabilityBins().stream().mapToInt(Calibration.Bin::count).toArray())
          .containsExactly(ints(expected.get("reliability_counts")));
    }
  }

  private static void checkBins(List<Calibration.Bin> bins, JsonNode expected) {
    assertThat(bins).hasSize(expected.size());
    for (int j = 0; j < bins.size(); j++) {
      assertThat(bins.get(j).count()).isEqualTo(expected.get(j).get("count").asInt());
      equal(bins.get(j).accuracy(), expected.get(j).get("accuracy"), EXACT);
      equal(bins.get(j).confidence(), expected.get(j).get("confidence"), EXACT);
    }
  }

  private static void checkTemperature(Predictions predictions, JsonNode expected) {
    double temperature = Temperature.fit(predictions).orElseThrow();
    double wanted = expected.get("temperature").asDouble();
    assertThat(temperature).isCloseTo(wanted, within(FITTED * wanted));
    Predictions after = Temperature.scale(predictions, temperature);
    equal(Calibration.logLoss(predictions), expected.get("nll_before"), EXACT);
    equal(Calibration.logLoss(after), expected.get("nll_after"), FITTED);
    Figures figures = Figures.of(after);
    equal(figures.ece(), expected.get("ece_after"), FITTED);
    equal(figures.mce(), expected.get("mce_after"), FITTED);
    equal(figures.brier(), expected.get("brier_after"), FITTED);
    equal(after.probabilities()[0], expected.get("first_row_after"), FITTED);
  }

  private static void checkAgreement(Predictions predictions, JsonNode set) {
    JsonNode expected = set.get("against_second");
    Agreement agreement =
        Agreement.of(
            predictions.labels(),
            predictions.predicted(),
            ints(set.get("second_predictions")),
            predictions.classes());
    assertThat(agreement.bothRight()).isEqualTo(expected.get("both_right").asInt());
    assertThat(agreement.onlyFirstRight()).isEqualTo(expected.get("only_first_right").asInt());
    assertThat(agreement.onlySecondRight()).isEqualTo(expected.get("only_second_right").asInt());
    assertThat(agreement.bothWrong()).isEqualTo(expected.get("both_wrong").asInt());
    equal(agreement.mcnemarExactP(), expected.get("mcnemar_exact_p"), EXACT);
    equal(agreement.cohensKappaBetween(), expected.get("cohens_kappa_between"), EXACT);
  }

  private static Predictions predictions(JsonNode set) {
    JsonNode rows = set.get("probabilities");
    double[][] probabilities = new double[rows.size()][];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = doubles(rows.get(i));
    }
    return new Predictions(ints(set.get("labels")), probabilities);
  }

  private static void equal(double[] values, JsonNode expected, double tolerance) {
    assertThat(values).hasSize(expected.size());
    for (int i = 0; i < values.length; i++) {
      equal(values[i], expected.get(i), tolerance);
    }
  }

  private static void equal(double value, JsonNode expected, double tolerance) {
    if (expected.isNull()) {
      assertThat(value).isNaN();
    } else {
      assertThat(value).isCloseTo(expected.asDouble(), within(tolerance));
    }
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }
}
