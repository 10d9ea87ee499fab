package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ResampledAucTest {
  @Test
  void everyResampleHasTheAucOfItsRows() {
    Random random = new Random(7);
    int[] labels = new int[200];
    double[][] probabilities = new double[200][3];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(3);
      for (int k = 0; k < 3; k++) {
        probabilities[i][k] = random.nextInt(9) + (labels[i] == k ? 2 : 0);
      }
    }
    Predictions predictions = new Predictions(labels, probabilities);
    ResampledAuc auc = ResampledAuc.of(predictions);
    for (int draw = 0; draw < 20; draw++) {
      int[] rows = random.ints(150, 0, 200).toArray();
      assertThat(auc.macro(rows))
          .isCloseTo(Figures.macroAuc(predictions.rows(rows)), within(1e-12));
    }
  }

  @Test
  void aClassWithoutFilmsIsLeftOutAndOneClassAloneHasNoAuc() {
    double[][] probabilities = {{0.9, 0.1, 0}, {0.2, 0.8, 0}};
    ResampledAuc auc = ResampledAuc.of(new Predictions(new int[] {0, 1}, probabilities));
    assertThat(auc.macro(new int[] {0, 1})).isEqualTo(1);
    assertThat(auc.macro(new int[] {0, 0})).isNaN();
    assertThat(auc.macro(new int[0])).isNaN();
  }
}
