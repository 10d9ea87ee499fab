package negatoscope.workstation.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.training.recipe.Preset;
import negatoscope.workstation.models.WeightsViewModel;
import negatoscope.workstation.trainer.FakeDesk;
import negatoscope.workstation.trainer.ScannedFilms;
import negatoscope.workstation.trainer.desk.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings without a window. */
@SuppressWarnings("NullAway.Init")
class SettingsViewModelTest {
  @TempDir private Path folder;
  private ScannedFilms films;
  private SettingsViewModel settings;

  @BeforeEach
  void open() {
    films = ScannedFilms.of(folder, 8);
    Home home = new Home(folder.resolve("home"));
    NetworkViewModel network =
        new NetworkViewModel(
            new WeightsViewModel(new WeightStore(home), ScannedFilms.inline(), Runnable::run),
            new StartModels(new Library(home), ScannedFilms.inline()),
            Runnable::run);
    network.drawnProperty().set(true);
    network.enter();
    settings =
        new SettingsViewModel(
            network,
            films.classes(),
            new FoldsChoice(films.classes(), ScannedFilms.inline()),
            new FakeDesk(),
            ScannedFilms.inline());
  }

  private String why() {
    return settings.reasonProperty().get();
  }

  @Test
  void anotherRecipeKeepsWhatTheUserHasSet() {
    settings.field(RecipeField.SIDE).set("96");
    String epochs = settings.field(RecipeField.EPOCHS).get();
    settings.presetProperty().set(Preset.PAPER);
    assertThat(settings.field(RecipeField.SIDE).get()).isEqualTo("96");
    assertThat(settings.field(RecipeField.EPOCHS).get()).isNotEqualTo(epochs);
    assertThat(settings.recipe().orElseThrow().side()).isEqualTo(96);
  }

  @Test
  void whatCannotBeIsSaidAndNothingIsWished() {
    settings.field(RecipeField.SIDE).set("wide");
    assertThat(why()).contains("no number");
    assertThat(settings.wish()).isEmpty();
    settings.field(RecipeField.SIDE).set("64");
    assertThat(why()).isEmpty();
    assertThat(settings.wish().map(wish -> wish.recipe().side())).contains(64);
  }

  @Test
  void foldsNeedAPatientEachAndAreWishedFor() {
    assertThat(settings.wish().map(Wish::folds)).contains(0);
    settings.folds().countProperty().set(10);
    settings.folds().wantedProperty().set(true);
    assertThat(why()).contains("Folds: ");
    assertThat(settings.wish()).isEmpty();
    settings.folds().countProperty().set(4);
    assertThat(why()).isEmpty();
    assertThat(settings.wish().map(Wish::folds)).contains(4);
    settings.folds().wantedProperty().set(false);
    assertThat(settings.wish().map(Wish::folds)).contains(0);
  }

  @Test
  void theEstimateIsMeasuredOnEnteringAndStaysWhileNothingIsMeasured() {
    assertThat(settings.estimateProperty().get()).isEmpty();
    settings.enter();
    assertThat(settings.estimateProperty().get()).contains("About 13 min");
    settings.stopMeasuring();
    assertThat(settings.estimateProperty().get()).contains("About 13 min");
  }
}
