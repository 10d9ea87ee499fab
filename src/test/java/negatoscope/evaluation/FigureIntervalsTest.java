package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureIntervalsTest {
  private static final List<String> PATIENTS =
      IntStream.range(0, 200).mapToObj(i -> "p" + i / 2).toList();

  @Test
  void everyFigureHasItsValueWithinItsInterval() {
    Predictions predictions = drawn(0.7, 1);
    Figures figures = Figures.of(predictions);
    FigureIntervals intervals = FigureIntervals.of(predictions, bootstrap());
    for (Figure figure : Figure.values()) {
      double[] values = figure.of(figures);
      assertThat(intervals.all().get(figure)).hasSize(values.length);
      for (int k = 0; k < values.length; k++) {
        Interval interval = intervals.get(figure, k);
        assertThat(interval.value()).as(figure.fullTitle()).isEqualTo(values[k]);
        assertThat(interval.low()).isLessThan(interval.high());
      }
    }
  }

  @Test
  void figuresComputedTogetherHaveTheIntervalsOfFiguresComputedAlone() {
    Predictions predictions = drawn(0.7, 1);
    assertThat(FigureIntervals.of(predictions, bootstrap()).get(Figure.MACRO_ROC_AUC))
        .isEqualTo(bootstrap().interval(rows -> Figures.macroAuc(predictions.rows(rows))));
  }

  @Test
  void twoClassifiersAreComparedFilmByFilm() {
    Predictions good = drawn(0.9, 1);
    Comparison comparison = Comparison.of(good, drawn(0.5, 2), bootstrap());
    assertThat(comparison.differences().get(Figure.ACCURACY).low()).isPositive();
    assertThat(comparison.differences().get(Figure.LOG_LOSS).high()).isNegative();
    assertThat(comparison.agreement().mcnemarExactP()).isLessThan(0.001);
    Comparison same = Comparison.of(good, good, bootstrap());
    assertThat(same.differences().get(Figure.ACCURACY)).isEqualTo(new Interval(0, 0, 0));
    assertThat(same.agreement().mcnemarExactP()).isEqualTo(1);
  }

  @Test
  void aClassWithoutFilmsHasNoIntervalOfItsRecall() {
    Predictions two =
        new Predictions(new int[] {0, 1}, new double[][] {{0.5, 0.3, 0.2}, {0.1, 0.8, 0.1}});
    FigureIntervals intervals =
        FigureIntervals.of(two, Bootstrap.byGroup(List.of("a", "b"), 100, 1));
    assertThat(intervals.get(Figure.RECALL, 2).value()).isNaN();
    assertThat(intervals.get(Figure.RECALL, 0).value()).isEqualTo(1);
  }

  @Test
  void foldsAreSummedUpByMeanAndSampleDeviation() {
    Figures one = Figures.of(drawn(0.6, 3));
    Figures other = Figures.of(drawn(0.8, 4));
    FoldSpread.Spread spread = FoldSpread.of(List.of(one, other)).get(Figure.ACCURACY);
    assertThat(spread.mean()).isCloseTo((one.accuracy() + other.accuracy()) / 2, within(1e-12));
    assertThat(spread.deviation())
        .isCloseTo(Math.abs(one.accuracy() - other.accuracy()) / Math.sqrt(2), within(1e-12));
  }

  @Test
  void anOperatingPointReachesItsAimByTheNearestThreshold() {
    Ranking.Roc roc =
        Ranking.of(
                new double[] {0.9, 0.8, 0.7, 0.6, 0.5, 0.4},
                new boolean[] {true, false, true, true, false, false})
            .roc();
    assertThat(OperatingPoint.ofSensitivity(roc, 0.6))
        .hasValueSatisfying(
            point -> {
              assertThat(point.threshold()).isEqualTo(0.7);
              assertThat(point.sensitivity()).isCloseTo(2 / 3.0, within(1e-12));
              assertThat(point.specificity()).isCloseTo(2 / 3.0, within(1e-12));
            });
    assertThat(OperatingPoint.ofSpecificity(roc, 0.6))
        .hasValueSatisfying(
            point -> {
              assertThat(point.threshold()).isEqualTo(0.6);
              assertThat(point.sensitivity()).isEqualTo(1);
            });
    assertThat(
            OperatingPoint.ofSensitivity(
                Ranking.of(new double[] {1}, new boolean[] {true}).roc(), 1))
        .isEmpty();
    OperatingPoint elsewhere =
        OperatingPoint.at(0.6, new double[] {0.7, 0.5, 0.6}, new boolean[] {true, true, false});
    assertThat(elsewhere).isEqualTo(new OperatingPoint(0.6, 0.5, 0));
  }

  private static Bootstrap bootstrap() {
    return Bootstrap.byGroup(PATIENTS, 200, 7);
  }

  private static Predictions drawn(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[PATIENTS.size()];
    double[][] rows = new double[labels.length][3];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
      int said = random.nextDouble() < share ? labels[i] : random.nextInt(3);
      double sure = 0.4 + 0.5 * random.nextDouble();
      for (int k = 0; k < 3; k++) {
        rows[i][k] = k == said ? sure : (1 - sure) / 2;
      }
    }
    return new Predictions(labels, rows);
  }
}
