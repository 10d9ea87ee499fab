package negatoscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CramersVTest {
  @Test
  void theSameDivisionGivesOneAndAnIndependentOneNothing() {
    int[] groups = IntStream.range(0, 3000).map(i -> i % 3).toArray();
    assertThat(CramersV.of(groups, groups)).isCloseTo(1, within(1e-9));
    Random random = new Random(4);
    int[] other = IntStream.generate(() -> random.nextInt(5)).limit(3000).toArray();
    assertThat(CramersV.of(groups, other)).isLessThan(0.05);
  }

  /** The 2 × 2 table 30 10 / 10 50, by hand: phi² = 0.3403, corrected 0.3336 of 0.9899. */
  @Test
  void aTableByHandGivesWhatTheFormulaSays() {
    int[] one = new int[100];
    int[] other = new int[100];
    Arrays.fill(one, 40, 100, 1);
    Arrays.fill(other, 30, 40, 1);
    Arrays.fill(other, 50, 100, 1);
    double square = Math.pow((30.0 * 50 - 10 * 10) / (40 * 60), 2);
    double corrected = square - 1.0 / 99;
    assertThat(CramersV.of(one, other))
        .isCloseTo(Math.sqrt(corrected / (1 - 1.0 / 99)), within(1e-9));
  }

  @Test
  void aSingleGroupHasNoAssociation() {
    assertThat(CramersV.of(new int[] {0, 0}, new int[] {0, 1})).isNaN();
    assertThat(CramersV.of(new int[0], new int[0])).isNaN();
  }
}
