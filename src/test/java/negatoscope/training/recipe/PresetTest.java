package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.training.films.Augmentation;
import org.junit.jupiter.api.Test;

class PresetTest {
  @Test
  void publishedIsWhatTheReleasedCodeDoes() {
    Recipe recipe = Preset.PUBLISHED.recipe(Backbone.VGG19);
    assertThat(recipe.head()).isEqualTo(new HeadSpec.Published(512, 4096, 0));
    assertThat(Preset.PUBLISHED.recipe(Backbone.DENSENET121).head().units()).isEqualTo(1024);
    assertThat(recipe.learning().headStage())
        .isEqualTo(TrainingPlan.headOnly().withLstmFrozen(true).withClipValue(100));
    assertThat(recipe.wholeStage().epochs()).isZero();
    Stage stage = recipe.headStage();
    assertThat(stage.epochs()).isEqualTo(20);
    assertThat(stage.batch()).isEqualTo(16);
    assertThat(stage.rate(0, 1000, List.of())).isEqualTo(2e-4);
    assertThat(stage.rate(500, 1000, List.of(1.0, 2.0)))
        .isCloseTo(2e-4 * 0.95 * 0.95, within(1e-12));
    assertThat(recipe.augmentation()).isEqualTo(new Augmentation(0, 15, 0, 0, 0, 0, 0));
    assertThat(recipe.variants()).isPositive();
    assertThat(recipe.sampling().how()).isEqualTo(Sampling.How.EACH_ONCE);
  }

  @Test
  void paperIsWhatThePaperSays() {
    Recipe recipe = Preset.PAPER.recipe(Backbone.VGG19);
    assertThat(recipe.head()).isEqualTo(new HeadSpec.Published(512, 4096, 0.5));
    assertThat(recipe.learning().headStage()).isEqualTo(TrainingPlan.headOnly());
    Stage stage = recipe.headStage();
    assertThat(stage.epochs()).isEqualTo(150);
    assertThat(stage.batch()).isEqualTo(32);
    assertThat(stage.rate(0, 10, List.of())).isEqualTo(1e-5);
    assertThat(stage.rate(9, 10, List.of(1.0, 1.0, 1.0))).isEqualTo(1e-5);
    assertThat(recipe.sampling()).isEqualTo(new Sampling(Sampling.How.FILLED, Grouping.CLASS, 1));
    assertThat(recipe.variants()).isPositive();
  }

  @Test
  void noPresetFlipsFilms() {
    for (Preset preset : Preset.values()) {
      assertThat(preset.recipe(Backbone.MOBILENET_V2).augmentation().mirror()).isZero();
    }
  }

  @Test
  void bothNameTheFaultsOfTheReleasedCode() {
    for (Preset preset : List.of(Preset.PUBLISHED, Preset.PAPER)) {
      assertThat(String.join(" ", preset.notes()))
          .contains("not patients, are split", "the fold before", "another order than the labels");
    }
    assertThat(Preset.RECOMMENDED.notes()).isEmpty();
  }
}
