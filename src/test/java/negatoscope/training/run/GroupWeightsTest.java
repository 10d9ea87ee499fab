package negatoscope.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import negatoscope.network.Update;
import negatoscope.network.Weights;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Robust;
import org.junit.jupiter.api.Test;

class GroupWeightsTest {
  private static final Robust ROBUST = new Robust(Grouping.COLLECTION, 0.5);

  /** Three films of group 0, one of group 1; all of class 0 of two. */
  private static final TrainingBatch BATCH =
      new TrainingBatch(
          new float[0],
          4,
          new float[] {1, 0, 1, 0, 1, 0, 1, 0},
          new float[] {1, 1, 1, 2},
          new float[0],
          new int[] {0, 0, 0, 1});

  @Test
  void theLossIsTheSumOverGroupsOfWeightTimesMean() {
    GroupWeights groups = new GroupWeights(ROBUST, 2);
    float[] weights = groups.weighed(BATCH).sampleWeights();
    // Divided by the batch's four films, each group's mean counts one half.
    assertThat(weights[0]).isCloseTo(0.5f * 4 / 3, within(1e-6f));
    assertThat(weights[3]).isCloseTo(2 * 0.5f * 4, within(1e-6f));
  }

  @Test
  void aGroupThatDoesBadlyCountsMoreByTheExponentialOfItsLoss() {
    GroupWeights groups = new GroupWeights(ROBUST, 2);
    groups.learn(BATCH, update(0, 3));
    double first = Math.log(2);
    double second = Math.log(1 + Math.exp(3));
    double ratio = Math.exp(0.5 * (second - first));
    assertThat(groups.shares()[1] / groups.shares()[0]).isCloseTo((float) ratio, within(1e-4f));
    assertThat(groups.shares()[0] + groups.shares()[1]).isCloseTo(1, within(1e-6f));
    for (int i = 0; i < 50; i++) {
      groups.learn(BATCH, update(0, 3));
    }
    assertThat(groups.shares()[1]).isGreaterThan(0.99f);
  }

  @Test
  void theWeightsGoOnExactlyFromWhatLiesBesideTheOptimisersState() {
    GroupWeights groups = new GroupWeights(ROBUST, 2);
    groups.learn(BATCH, update(0.5f, 1));
    Weights state = groups.with(new Weights(Map.of()));
    GroupWeights resumed = new GroupWeights(ROBUST, 2);
    assertThat(resumed.without(state).names()).isEmpty();
    assertThat(resumed.shares()).isEqualTo(groups.shares());
    groups.learn(BATCH, update(0.1f, 2));
    resumed.learn(BATCH, update(0.1f, 2));
    assertThat(resumed.shares()).isEqualTo(groups.shares());
  }

  @Test
  void withoutARateNothingChanges() {
    GroupWeights groups = new GroupWeights(Robust.NONE, 2);
    groups.learn(BATCH, update(0, 3));
    assertThat(groups.weighed(BATCH)).isSameAs(BATCH);
    assertThat(groups.with(new Weights(Map.of())).names()).isEmpty();
  }

  /** Logits by which group 0 has the wrong class ahead by one number, group 1 by another. */
  private static Update update(float first, float second) {
    return new Update(1, new float[][] {{0, first}, {0, first}, {0, first}, {0, second}});
  }
}
