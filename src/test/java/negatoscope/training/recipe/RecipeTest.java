package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.tensor.Preparation;
import negatoscope.tensor.TensorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
  @TempDir Path folder;

  @Test
  void aFileChangesWhatItNamesAndKeepsTheRest() throws IOException {
    Recipe usual = Recipe.recommended(Backbone.VGG19);
    Recipe recipe =
        with(
            usual,
            "{\"side\": 288, \"wholeStage\": {\"epochs\": 3}, \"choice\": \"MACRO_AUC\","
                + " \"preparation\": {\"border\": 0.1, \"greys\": \"MATCHED\"}}");
    assertThat(recipe.side()).isEqualTo(288);
    assertThat(recipe.wholeStage().epochs()).isEqualTo(3);
    assertThat(recipe.wholeStage().rate()).isEqualTo(usual.wholeStage().rate());
    assertThat(recipe.choice()).isEqualTo(Recipe.Choice.MACRO_AUC);
    assertThat(recipe.headStage()).isEqualTo(usual.headStage());
    assertThat(recipe.input())
        .isEqualTo(
            new TensorOptions(
                288,
                TensorOptions.Fit.LETTERBOX,
                new Preparation(Preparation.Crop.WHOLE, 0.1, false, Preparation.Greys.MATCHED)));
  }

  @Test
  void everyPresetComesBackFromItsOwnJson() throws IOException {
    for (Backbone backbone : Backbone.values()) {
      for (Preset preset : Preset.values()) {
        Recipe recipe = preset.recipe(backbone);
        assertThat(with(Recipe.recommended(Backbone.VGG19), recipe.toJson())).isEqualTo(recipe);
        assertThat(recipe.preset()).isEqualTo(preset.id());
        assertThat(Preset.of(preset.id())).contains(preset);
      }
    }
  }

  @Test
  void whatIsOutOfRangeIsRefusedInOneSentenceThatSaysTheRange() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("{\"sied\": 1}", "there is no field sied");
    reasons.put("{\"headStage\": {\"epoch\": 1}}", "there is no field headStage.epoch");
    reasons.put("{\"side\": \"x\"}", "the value of side cannot be used");
    reasons.put("{\"choice\": \"BEST\"}", "the value of choice cannot be used");
    reasons.put("{\"head\": null}", "head must not be null");
    reasons.put("{\"side\": 16}", "side must be from 32 to 1024");
    reasons.put("{\"runs\": 0}", "runs must be 1 at least");
    reasons.put("{\"variants\": 101}", "variants must be from 0 to 100");
    reasons.put("{\"mixup\": 1.5}", "mixup must be from 0 to 1");
    reasons.put("{\"labelSmoothing\": 1}", "labelSmoothing must be from 0 to below 1");
    reasons.put("{\"headStage\": {\"rate\": 0}}", "a learning rate must be above 0");
    reasons.put("{\"headStage\": {\"batch\": 0}}", "a batch must have 1 film at least");
    reasons.put("{\"wholeStage\": {\"stopAfter\": -1}}", "must not be below 0");
    reasons.put("{\"wholeStage\": {\"schedule\": {\"patience\": 0}}}", "must be 1 at least");
    reasons.put("{\"weights\": {\"strength\": 2}}", "must be from 0 to 1");
    reasons.put("{\"sampling\": {\"strength\": -1}}", "must be from 0 to 1");
    reasons.put("{\"robust\": {\"rate\": -1}}", "must be from 0 to 10");
    reasons.put("{\"augmentation\": {\"shift\": 1}}", "shift must be from 0 to below 1");
    reasons.put("{\"preparation\": {\"border\": 0.5}}", "must be from 0 to below 0.5");
    reasons.put("{\"preparation\": {\"crop\": {\"left\": 0.95}}}", "a crop must lie on the film");
    reasons.put("{\"learning\": {\"clipValue\": -1}}", "must not be below 0");
    reasons.put("{\"head\": {\"layers\": 4}}", "1 to 3 layers");
    reasons.put("[]", "it is no JSON object");
    reasons.put("{", "is no JSON");
    reasons.put("", "it is no JSON object");
    for (var entry : reasons.entrySet()) {
      assertThatThrownBy(() -> with(Recipe.recommended(Backbone.VGG19), entry.getKey()))
          .as(entry.getKey())
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READABLE);
                assertThat(failure.sentence())
                    .startsWith("mine.json is no recipe: ")
                    .contains(entry.getValue())
                    .endsWith(".")
                    .doesNotContain("com.fasterxml", "negatoscope.", "\n");
              });
    }
    assertThatThrownBy(
            () -> Recipe.recommended(Backbone.VGG19).with(folder.resolve("missing.json")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no such file");
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
    Recipe smaller =
        with(recipe, "{\"head\": {\"dense\": 16}, \"learning\": {\"fineTuneFrom\": \"conv5\"}}");
    assertThat(smaller.head()).isEqualTo(new HeadSpec.Published(1024, 16));
    assertThat(smaller.learning().wholeStage().fineTuneFrom()).contains("conv5");
    assertThat(smaller.learning().lstmFrozen()).isTrue();
    assertThatThrownBy(() -> with(recipe, "{\"wholeStage\": {\"batch\": 1}}"))
        .isInstanceOf(Failure.class);
  }

  @Test
  void aHeadOfAnotherTypeTakesThePlaceOfTheWholeHead() throws IOException {
    assertThat(
            with(
                    Recipe.recommended(Backbone.VGG19),
                    "{\"head\": {\"type\": \"published\", \"units\": 8, \"dense\": 16}}")
                .head())
        .isEqualTo(new HeadSpec.Published(8, 16));
  }

  private Recipe with(Recipe recipe, String json) throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, json);
    return recipe.with(file);
  }
}
