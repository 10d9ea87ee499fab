package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  @TempDir Path folder;

  @Test
  void aFileChangesWhatItNamesAndKeepsTheRest() throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(
        file, "{\"side\": 288, \"wholeStage\": {\"epochs\": 3}, \"choice\": \"MACRO_AUC\"}");
    Recipe recipe = Recipe.recommended(Backbone.VGG19).with(file);
    assertThat(recipe.side()).isEqualTo(288);
    assertThat(recipe.wholeStage())
        .isEqualTo(Recipe.recommended(Backbone.VGG19).wholeStage().withEpochs(3));
    assertThat(recipe.choice()).isEqualTo(Recipe.Choice.MACRO_AUC);
    assertThat(recipe.headStage()).isEqualTo(Recipe.recommended(Backbone.VGG19).headStage());
    Files.writeString(file, recipe.toJson());
    assertThat(Recipe.recommended(Backbone.VGG19).with(file)).isEqualTo(recipe);
  }

  @Test
  void aWrongFieldValueOrFileIsRefused() throws IOException {
    for (String text :
        List.of("{\"sied\": 1}", "{\"side\": \"x\"}", "{\"runs\": 0}", "[]", "{", "")) {
      Path file = folder.resolve("bad.json");
      Files.writeString(file, text);
      assertThatThrownBy(() -> Recipe.recommended(Backbone.VGG19).with(file))
          .as(text)
          .isInstanceOf(Failure.class)
          .hasMessageContaining("bad.json");
    }
  }

  @Test
  void theBackboneDecidesTheSide() {
    assertThat(Recipe.recommended(Backbone.MOBILENET_V2).side()).isEqualTo(288);
    assertThat(Recipe.recommended(Backbone.INCEPTION_V3).side()).isEqualTo(224);
  }

  @Test
  void thePublishedHeadComesWithItsSizesAndItsLstmFrozen() throws IOException {
    Recipe recipe =
        Recipe.recommended(Backbone.DENSENET121).withPublishedHead(Backbone.DENSENET121);
    assertThat(recipe.head()).isEqualTo(new HeadSpec.Published(1024, 4096));
    assertThat(recipe.learning().headStage())
        .isEqualTo(TrainingPlan.headOnly().withLstmFrozen(true).withClipValue(100));
    Path file = folder.resolve("head.json");
    Files.writeString(
        file, "{\"head\": {\"dense\": 16}, \"learning\": {\"fineTuneFrom\": \"conv5\"}}");
    Recipe smaller = recipe.with(file);
    assertThat(smaller.head()).isEqualTo(new HeadSpec.Published(1024, 16));
    assertThat(smaller.learning().wholeStage().fineTuneFrom()).contains("conv5");
    assertThat(smaller.learning().lstmFrozen()).isTrue();
    Files.writeString(file, "{\"wholeStage\": {\"batch\": 1}}");
    assertThatThrownBy(() -> recipe.with(file)).isInstanceOf(Failure.class);
  }

  @Test
  void aHeadOfAnotherTypeTakesThePlaceOfTheWholeHead() throws IOException {
    Path file = folder.resolve("head.json");
    Files.writeString(file, "{\"head\": {\"type\": \"published\", \"units\": 8, \"dense\": 16}}");
    assertThat(Recipe.recommended(Backbone.VGG19).with(file).head())
        .isEqualTo(new HeadSpec.Published(8, 16));
  }

  @Test
  void classWeightsHaveMeanOneOverTheFilms() {
    int[] labels = {0, 0, 0, 0, 0, 0, 1, 1};
    assertThat(Recipe.Balance.NONE.weights(labels, 2)).containsExactly(1, 1);
    double[] balanced = Recipe.Balance.BALANCED.weights(labels, 2);
    assertThat(balanced[1] / balanced[0]).isCloseTo(3, within(1e-12));
    double[] root = Recipe.Balance.SQRT.weights(labels, 2);
    assertThat(root[1] / root[0]).isCloseTo(Math.sqrt(3), within(1e-12));
    assertThat((6 * root[0] + 2 * root[1]) / 8).isCloseTo(1, within(1e-12));
  }

  @Test
  void theRateWarmsUpAndFallsToItsShare() {
    Stage stage = new Stage(2, 1e-3, 10, 0.1, 16, 0, 1);
    assertThat(stage.rate(0, 100)).isCloseTo(1e-3 / 11, within(1e-12));
    assertThat(stage.rate(10, 100)).isCloseTo(1e-3, within(1e-12));
    assertThat(stage.rate(55, 100)).isCloseTo(0.55e-3, within(1e-9));
    assertThat(stage.rate(100, 100)).isCloseTo(1e-4, within(1e-12));
  }
}
