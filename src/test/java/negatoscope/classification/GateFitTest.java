package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import negatoscope.classification.EmbeddingGate.Verdict;
import negatoscope.library.card.CardEmbedding;
import org.junit.jupiter.api.Test;

class GateFitTest {
  /** Films whose embeddings are normal with the given standard deviations, turned by 45° pairs. */
  private static float[][] draw(Random random, int films, double... deviations) {
    float[][] rows = new float[films][deviations.length];
    for (float[] row : rows) {
      for (int i = 0; i + 1 < row.length; i += 2) {
        double a = deviations[i] * random.nextGaussian();
        double b = deviations[i + 1] * random.nextGaussian();
        row[i] = (float) (3 + (a + b) / Math.sqrt(2));
        row[i + 1] = (float) (-1 + (a - b) / Math.sqrt(2));
      }
    }
    return rows;
  }

  private static double[] falling(int size) {
    double[] deviations = new double[size];
    for (int i = 0; i < size; i++) {
      deviations[i] = Math.pow(0.97, i);
    }
    return deviations;
  }

  @Test
  void meanComponentsAndVariancesAreThoseOfTheFilms() {
    CardEmbedding fitted =
        GateFit.fit(draw(new Random(1), 20_000, 4, 2, 0.5, 0.25), new float[0][]);
    assertThat(fitted.mean()).usingComparatorWithPrecision(0.1f).containsExactly(3, -1, 3, -1);
    assertThat(fitted.variances()[0]).isCloseTo(16f, within(0.5f));
    assertThat(fitted.variances()[3]).isCloseTo(0.0625f, within(0.002f));
    float[] first = fitted.components()[0];
    assertThat(Math.abs(first[0])).isCloseTo((float) Math.sqrt(0.5), within(0.01f));
    assertThat(first[0] * first[1]).isPositive();
    assertThat(fitted.residualVariance()).isZero();
  }

  @Test
  void theDistanceIsOneForATypicalFilmAndCountsEveryDirection() {
    Random random = new Random(2);
    double[] deviations = falling(200);
    CardEmbedding fitted =
        GateFit.fit(draw(random, 2000, deviations), draw(random, 1000, deviations));
    assertThat(fitted.components()).hasDimensions(64, 200);
    EmbeddingGate gate = new EmbeddingGate(fitted);
    float[] typical = draw(random, 1, deviations)[0];
    assertThat(gate.distance(typical)).isCloseTo(1, within(0.25));
    assertThat(gate.judge(typical)).isEqualTo(Verdict.ALIKE);
    float[] beyondTheComponents = typical.clone();
    beyondTheComponents[199] += 5;
    assertThat(gate.judge(beyondTheComponents)).isNotEqualTo(Verdict.ALIKE);
    float[] far = typical.clone();
    far[0] += 100;
    assertThat(gate.judge(far)).isEqualTo(Verdict.FAR);
    far[0] = Float.NaN;
    assertThat(gate.judge(far)).isEqualTo(Verdict.FAR);
  }

  @Test
  void twoInAHundredFilmsLikeTheTrainingFilmsAreWarnedAbout() {
    Random random = new Random(3);
    double[] deviations = falling(32);
    EmbeddingGate gate =
        new EmbeddingGate(
            GateFit.fit(draw(random, 1000, deviations), draw(random, 500, deviations)));
    int warned = 0;
    for (float[] film : draw(random, 4000, deviations)) {
      warned += gate.judge(film) == Verdict.ALIKE ? 0 : 1;
    }
    assertThat(warned / 4000.0).isBetween(0.005, 0.04);
  }

  @Test
  void embeddingsThatDoNotVaryLetOnlyTheirLikePass() {
    float[][] same = {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}};
    EmbeddingGate gate = new EmbeddingGate(GateFit.fit(same, same));
    assertThat(gate.judge(same[0])).isEqualTo(Verdict.ALIKE);
    assertThat(gate.judge(new float[] {1, 2, 4})).isEqualTo(Verdict.FAR);
  }

  @Test
  void theEigenvectorsDiagonaliseTheMatrix() {
    Random random = new Random(4);
    int size = 40;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    for (int c = 0; c < size; c++) {
      double[] vector = eigen.vectors()[c];
      for (int i = 0; i < size; i++) {
        double product = 0;
        for (int j = 0; j < size; j++) {
          product += matrix[i][j] * vector[j];
        }
        assertThat(product).isCloseTo(eigen.values()[c] * vector[i], within(1e-9));
      }
      if (c > 0) {
        assertThat(eigen.values()[c]).isLessThanOrEqualTo(eigen.values()[c - 1]);
      }
    }
  }
}
