package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final int FILMS = 400;

  @Test
  void theIntervalOfAShareIsThatOfTheNormalApproximation() {
    Predictions predictions = right(0.8, 1);
    Interval interval =
        Bootstrap.byGroup(patients(FILMS), 2000, 7)
            .interval(rows -> Figures.accuracy(predictions.rows(rows)));
    double deviation = Math.sqrt(interval.value() * (1 - interval.value()) / FILMS);
    assertThat(interval.low()).isCloseTo(interval.value() - 1.96 * deviation, within(0.008));
    assertThat(interval.high()).isCloseTo(interval.value() + 1.96 * deviation, within(0.008));
  }

  @Test
  void filmsOfOnePatientMakeTheIntervalWider() {
    int[] labels = new int[FILMS];
    double[][] rows = new double[FILMS][];
    SplittableRandom random = new SplittableRandom(3);
    boolean ok = false;
    for (int i = 0; i < FILMS; i++) {
      ok = i % 10 == 0 ? random.nextInt(10) < 8 : ok;
      rows[i] = ok ? new double[] {0.9, 0.1} : new double[] {0.1, 0.9};
    }
    Predictions predictions = new Predictions(labels, rows);
    Interval byPatient =
        Bootstrap.byGroup(patients(FILMS / 10), 1000, 7)
            .interval(films -> Figures.accuracy(predictions.rows(films)));
    Interval byFilm =
        Bootstrap.byGroup(patients(FILMS), 1000, 7)
            .interval(films -> Figures.accuracy(predictions.rows(films)));
    assertThat(byPatient.high() - byPatient.low())
        .isGreaterThan(2 * (byFilm.high() - byFilm.low()));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    Predictions predictions = right(0.8, 1);
    List<String> patients = patients(100);
    Interval once =
        Bootstrap.byGroup(patients, 200, 5)
            .interval(rows -> Figures.macroAuc(predictions.rows(rows)));
    Interval again =
        Bootstrap.byGroup(patients, 200, 5)
            .interval(rows -> Figures.macroAuc(predictions.rows(rows)));
    Interval other =
        Bootstrap.byGroup(patients, 200, 6)
            .interval(rows -> Figures.macroAuc(predictions.rows(rows)));
    assertThat(again).isEqualTo(once).isNotEqualTo(other);
  }

  @Test
  void aDifferenceIsPaired() {
    Predictions first = right(0.8, 1);
    Predictions same = new Predictions(first.labels(), first.probabilities());
    Bootstrap bootstrap = Bootstrap.byGroup(patients(FILMS), 300, 5);
    assertThat(bootstrap.difference(first, same, Figures::accuracy))
        .isEqualTo(new Interval(0, 0, 0));
    Interval difference = bootstrap.difference(first, right(0.5, 2), Figures::accuracy);
    assertThat(difference.low()).isPositive();
    assertThat(difference.contains(difference.value())).isTrue();
  }

  @Test
  void anUndefinedFigureHasNoInterval() {
    Predictions oneClass =
        new Predictions(new int[FILMS], right(1, 1).rows(new int[FILMS]).probabilities());
    Interval interval =
        Bootstrap.byGroup(patients(FILMS), 50, 5)
            .interval(rows -> Figures.auc(oneClass.rows(rows), 0));
    assertThat(interval.value()).isNaN();
    assertThat(interval.low()).isNaN();
  }

  @Test
  void noTemperatureFitsWhereTheLikelihoodHasNoGreatestValue() {
    double[][] perfect = {{2, 0}, {0, 3}};
    assertThat(Temperature.fit(new int[] {0, 1}, perfect)).isEmpty();
    double[][] useless = {{1, 0}, {1, 0}};
    assertThat(Temperature.fit(new int[] {0, 1}, useless)).isEmpty();
    double[][] infinite = {{1, 0}, {Double.NEGATIVE_INFINITY, 0}};
    assertThat(Temperature.fit(new int[] {0, 0}, infinite)).isEmpty();
    double[][] fitted = {{4, 0}, {0, 4}, {4, 0}, {4, 0}};
    assertThat(Temperature.fit(new int[] {0, 1, 0, 1}, fitted).orElseThrow())
        .isCloseTo(4 / Math.log(3), within(1e-9));
  }

  private static Predictions right(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = IntStream.range(0, FILMS).map(i -> i % 2).toArray();
    double[][] rows = new double[FILMS][];
    for (int i = 0; i < FILMS; i++) {
      boolean ok = random.nextDouble() < share;
      double p = (ok ? 0.6 : 0.2) + 0.2 * random.nextDouble();
      rows[i] = labels[i] == 0 ? new double[] {p, 1 - p} : new double[] {1 - p, p};
    }
    return new Predictions(labels, rows);
  }

  private static List<String> patients(int count) {
    String[] names = new String[FILMS];
    Arrays.setAll(names, i -> "p" + i * count / FILMS);
    return Collections.unmodifiableList(Arrays.asList(names));
  }
}
