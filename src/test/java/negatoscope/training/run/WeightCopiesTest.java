package negatoscope.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import negatoscope.network.Backbone;
import negatoscope.network.NetworkSize;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;
import org.junit.jupiter.api.Test;

/** What a training needs is said before it starts. */
class WeightCopiesTest {
  private static long bytes(Backbone backbone, Recipe recipe) {
    return WeightCopies.of(NetworkSize.of(recipe.network(backbone, 3)), recipe).bytes();
  }

  @Test
  void thePublishedHeadNeedsManyTimesItsWeights() {
    Recipe compact = Recipe.recommended(Backbone.VGG19);
    long published = bytes(Backbone.VGG19, compact.withPublishedHead(Backbone.VGG19));
    assertThat(published).isGreaterThan(4 * 4 * 121_692_163L);
    assertThat(bytes(Backbone.VGG19, compact)).isLessThan(published / 5);
  }

  @Test
  void aTrainingWithoutRoomIsRefusedWithTheOptionThatGivesIt() {
    WeightCopies copies = new WeightCopies(5L << 30);
    copies.requireRoom(5L << 30);
    assertThatThrownBy(() -> copies.requireRoom(4L << 30))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.TOO_LARGE);
              assertThat(failure.advice()).contains("JAVA_OPTS=-Xmx7g");
            });
  }
}
