package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  @Test
  void onlyTheOrderCounts() {
    double[] a = {3, 1, 4, 1.5, 9};
    assertThat(RankCorrelation.spearman(a, new double[] {30, 1, 400, 2, 1e9})).isEqualTo(1);
    assertThat(RankCorrelation.spearman(a, new double[] {-3, -1, -4, -1.5, -9})).isEqualTo(-1);
  }

  /** Ranks 1, 2.5, 2.5, 4, 6, 6, 6 and 2, 1, 4.5, 4.5, 3, 6, 7: 17.75 / √(25.5 · 27.5). */
  @Test
  void tiesShareTheirMeanRank() {
    double[] a = {1, 2, 2, 3, 5, 5, 5};
    double[] b = {2, 1, 4, 4, 3, 7, 8};
    assertThat(RankCorrelation.ranks(a)).containsExactly(1, 2.5, 2.5, 4, 6, 6, 6);
    assertThat(RankCorrelation.spearman(a, b)).isCloseTo(0.6702887344438079, within(1e-12));
  }

  @Test
  void aSeriesThatIsTheSameThroughoutHasNone() {
    assertThat(RankCorrelation.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(RankCorrelation.spearman(new double[0], new double[0])).isNaN();
  }
}
