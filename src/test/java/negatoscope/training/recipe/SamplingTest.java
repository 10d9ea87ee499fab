package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
  /** 60 films of class 0 in a, 30 of class 1 in a, 10 of class 1 in b. */
  private static final int[] LABELS = IntStream.range(0, 100).map(i -> i < 60 ? 0 : 1).toArray();

  private static final List<String> COLLECTIONS =
      IntStream.range(0, 100).mapToObj(i -> i < 90 ? "a" : "b").toList();

  @Test
  void groupsAreOfAClassACollectionOrBoth() {
    assertThat(Grouping.CLASS.of(LABELS, COLLECTIONS).sizes()).containsExactly(60, 40);
    assertThat(Grouping.COLLECTION.of(LABELS, COLLECTIONS).sizes()).containsExactly(90, 10);
    assertThat(Grouping.CLASS_IN_COLLECTION.of(LABELS, COLLECTIONS).sizes())
        .containsExactly(60, 30, 10);
  }

  @Test
  void weightsMakeGroupsCountAlikeAndHaveMeanOneOverTheFilms() {
    Groups groups = Grouping.CLASS_IN_COLLECTION.of(LABELS, COLLECTIONS);
    assertThat(groups.factors(0)).containsExactly(1, 1, 1);
    double[] full = groups.factors(1);
    assertThat(60 * full[0]).isCloseTo(10 * full[2], within(1e-9));
    assertThat(60 * full[0] + 30 * full[1] + 10 * full[2]).isCloseTo(100, within(1e-9));
    double[] root = groups.factors(0.5);
    assertThat(root[2] / root[0]).isCloseTo(Math.sqrt(6), within(1e-9));
  }

  @Test
  void eachOnceShowsEveryFilmOnce() {
    int[] draws = draws(Sampling.EACH_ONCE, Grouping.CLASS, 1);
    assertThat(draws).hasSize(100).doesNotHaveDuplicates();
    assertThat(Arrays.stream(draws).max().orElseThrow()).isEqualTo(99);
  }

  @Test
  void balancedDrawingShowsEveryGroupAsOftenAndNumbersWhatComesAgain() {
    Sampling balanced = new Sampling(Sampling.How.DRAWN, Grouping.CLASS_IN_COLLECTION, 1);
    int[] counts = new int[3];
    for (int seed = 0; seed < 100; seed++) {
      int[] draws = draws(balanced, Grouping.CLASS_IN_COLLECTION, seed);
      assertThat(draws).hasSize(100).doesNotHaveDuplicates();
      for (int draw : draws) {
        int film = draw % 100;
        counts[film < 60 ? 0 : film < 90 ? 1 : 2]++;
      }
    }
    for (int count : counts) {
      assertThat(count).isBetween(3100, 3570);
    }
  }

  @Test
  void withoutStrengthDrawingIsByChanceAlone() {
    Sampling plain = new Sampling(Sampling.How.DRAWN, Grouping.COLLECTION, 0);
    int inB = 0;
    for (int seed = 0; seed < 100; seed++) {
      for (int draw : draws(plain, Grouping.COLLECTION, seed)) {
        inB += draw % 100 >= 90 ? 1 : 0;
      }
    }
    assertThat(inB).isBetween(880, 1120);
  }

  @Test
  void fillingBringsEveryClassUpToTheLargestAndLeavesNoFilmOut() {
    Sampling filled = new Sampling(Sampling.How.FILLED, Grouping.CLASS, 1);
    Groups groups = Grouping.CLASS.of(LABELS, COLLECTIONS);
    int[] draws = draws(filled, Grouping.CLASS, 3);
    assertThat(filled.length(groups)).isEqualTo(120);
    assertThat(draws).hasSize(120).doesNotHaveDuplicates();
    int[] times = new int[100];
    Arrays.stream(draws).forEach(draw -> times[draw % 100]++);
    assertThat(Arrays.copyOf(times, 60)).containsOnly(1);
    assertThat(Arrays.copyOfRange(times, 60, 100)).containsOnly(1, 2);
    assertThat(Arrays.stream(times, 60, 100).sum()).isEqualTo(60);
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    for (Sampling.How how : Sampling.How.values()) {
      Sampling sampling = new Sampling(how, Grouping.CLASS, 1);
      assertThat(draws(sampling, Grouping.CLASS, 5))
          .isEqualTo(draws(sampling, Grouping.CLASS, 5))
          .isNotEqualTo(draws(sampling, Grouping.CLASS, 6));
    }
  }

  private static int[] draws(Sampling sampling, Grouping by, long seed) {
    return sampling.draws(by.of(LABELS, COLLECTIONS), new SplittableRandom(seed));
  }
}
