package negatoscope.workstation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.library.Library;
import negatoscope.library.SampleCards;
import negatoscope.network.Backbone;
import negatoscope.network.weights.WeightsFile;
import negatoscope.workstation.trainer.network.RecipeField;
import negatoscope.workstation.trainer.network.StartModels;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The way through all steps by keys alone. */
class TrainerPaneTest extends WizardOnScreen {
  @Start
  void start(Stage shown) {
    begin(shown);
  }

  private static final List<String> STEPS =
      List.of(
          "Films",
          "What was found",
          "Classes and parts",
          "Network",
          "Settings",
          "Training",
          "Results",
          "Name and use");

  @Test
  void aFirstTimerGetsThroughWithNextAlone(FxRobot robot) {
    List<String> seen = new ArrayList<>();
    type(robot, films.toString());
    for (int i = 0; i < STEPS.size(); i++) {
      until(() -> trainer.reasonProperty().get().isEmpty());
      seen.add(title());
      if (i > 0) {
        keep(String.valueOf(i + 1), 1080, 720);
      } else {
        keep("1", 1500, 940);
      }
      enter(robot);
    }
    assertThat(seen).isEqualTo(STEPS);
    assertThat(saved).containsExactly("my-films-mobilenet-v2 in use");
    assertThat(home.models().resolve("my-films-mobilenet-v2").resolve("card.json")).exists();
    assertThat(desk.wishes).hasSize(1);
    assertThat(desk.measured).hasPositiveValue();
  }

  @Test
  void everyStepSaysWhyOneCannotGoOn(FxRobot robot) {
    assertThat(why()).contains("Choose a folder");
    type(robot, folder.resolve("nowhere").toString());
    until(() -> why().contains("is not there"));
    robot.push(KeyCode.ENTER);
    assertThat(title()).isEqualTo("Films");
    robot.interact(() -> trainer.source().textProperty().set(folder.toString()));
    enter(robot);
    until(() -> why().contains("class"));
    assertThat(title()).isEqualTo("What was found");
    robot.interact(trainer::back);
    robot.interact(() -> trainer.source().textProperty().set(films.toString()));
    to(robot, "Classes and parts");
    robot.interact(
        () -> trainer.classes().rows().forEach(row -> row.nameProperty().set("the same")));
    until(() -> why().contains("two classes at least"));
    robot.interact(() -> trainer.classes().rows().get(0).nameProperty().set("The Same"));
    until(() -> why().contains("differ only by case"));
    robot.interact(() -> trainer.classes().rows().get(0).nameProperty().set("covid-19"));
    robot.interact(() -> trainer.classes().pattern().textProperty().set("p(["));
    until(() -> why().contains("no regular expression"));
    robot.interact(() -> trainer.classes().pattern().textProperty().set("p(\\d+)_"));
    until(() -> why().isEmpty());
    assertThat(texts("#parts .label")).contains("covid-19", "the same");
    enter(robot);
    until(() -> trainer.network().weights().selectedProperty().get() != null);
    robot.interact(() -> trainer.network().drawnProperty().set(false));
    until(() -> why().contains("import them"));
    robot.interact(() -> trainer.network().drawnProperty().set(true));
    enter(robot);
    robot.interact(() -> set(RecipeField.HEAD_EPOCHS, "0"));
    robot.interact(() -> set(RecipeField.EPOCHS, "0"));
    assertThat(why()).contains("Nothing would be learned");
    robot.interact(() -> set(RecipeField.EPOCHS, "2"));
    robot.interact(() -> set(RecipeField.SIDE, "wide"));
    assertThat(why()).contains("Side of the input: \"wide\" is no number");
    robot.interact(() -> set(RecipeField.SIDE, "16"));
    assertThat(why()).contains("Side must be from 32");
    robot.interact(() -> set(RecipeField.SIDE, "64"));
    robot.interact(() -> set(RecipeField.FINE_TUNE_FROM, "no-such-layer"));
    assertThat(why()).contains("no-such-layer");
    robot.interact(() -> set(RecipeField.FINE_TUNE_FROM, "all"));
    desk.held = true;
    enter(robot);
    until(() -> why().contains("still learning"));
    desk.held = false;
    to(robot, "Name and use");
    robot.interact(() -> trainer.name().nameProperty().set("no/name"));
    assertThat(why()).contains("A name has letters");
    robot.interact(() -> trainer.name().nameProperty().set(Library.BUNDLED));
    until(() -> why().contains("already a model"));
    robot.push(KeyCode.ENTER);
    assertThat(saved).isEmpty();
  }

  @Test
  void goingBackLosesNothing(FxRobot robot) {
    to(robot, "Classes and parts");
    until(() -> why().isEmpty());
    robot.interact(
        () -> {
          trainer.classes().rows().get(1).nameProperty().set("healthy");
          trainer.classes().shares().seedProperty().set(7);
          trainer.classes().pattern().textProperty().set("p(\\d+)_");
        });
    to(robot, "Settings");
    robot.interact(
        () -> {
          set(RecipeField.SIDE, "96");
          set(RecipeField.EPOCHS, "3");
        });
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.ALT, KeyCode.B);
    }
    assertThat(title()).isEqualTo("Films");
    assertThat(trainer.source().textProperty().get()).isEqualTo(films.toString());
    to(robot, "Settings");
    assertThat(trainer.classes().names()).containsEntry("normal", "healthy");
    assertThat(trainer.classes().shares().seedProperty().get()).isEqualTo(7);
    assertThat(trainer.classes().pattern().textProperty().get()).isEqualTo("p(\\d+)_");
    assertThat(trainer.settings().field(RecipeField.SIDE).get()).isEqualTo("96");
    assertThat(trainer.settings().field(RecipeField.EPOCHS).get()).isEqualTo("3");
    to(robot, "Results");
    assertThat(desk.wishes.get(0).recipe().side()).isEqualTo(96);
    assertThat(desk.wishes.get(0).films().set().dataSet().classes())
        .containsExactly("covid-19", "healthy", "pneumonia");
    for (int i = 0; i < 2; i++) {
      robot.push(KeyCode.ALT, KeyCode.B);
    }
    to(robot, "Results");
    assertThat(desk.wishes).as("nothing was changed, so nothing is trained anew").hasSize(1);
  }

  @Test
  void aModelOfTheLibraryIsOfferedToStartFrom(FxRobot robot) throws IOException {
    SampleCards.write(
        home.models().resolve("former"), SampleCards.full("former"), SampleCards.graph("former"));
    Files.writeString(home.models().resolve("former").resolve(WeightsFile.NAME), "weights");
    SampleCards.write(
        home.models().resolve("bare"), SampleCards.full("bare"), SampleCards.graph("bare"));
    to(robot, "Network");
    until(() -> why().isEmpty() && !trainer.network().models().list().isEmpty());
    assertThat(trainer.network().models().list())
        .extracting(StartModels.Choice::sentence)
        .containsExactly("former (MobileNetV2)");
    assertThat(text("models-without")).contains(Library.BUNDLED, "bare");
    robot.interact(() -> stage.getScene().lookup("#start-model").requestFocus());
    robot.push(KeyCode.DOWN);
    until(() -> trainer.network().models().selectedProperty().get() != null);
    assertThat(text("network-warning")).contains("If former learned from these films");
    keep("start-model", 1080, 720);
    robot.push(KeyCode.ALT, KeyCode.N);
    until(() -> title().equals("Settings"));
    to(robot, "Results");
    assertThat(desk.wishes.get(0).start())
        .isEqualTo(
            new negatoscope.workstation.trainer.desk.Start(Backbone.MOBILENET_V2, null, "former"));
  }

  /** JavaFX takes one letter in two cases for two keys, and finds but one of them. */
  @Test
  void noMnemonicHidesAnother() {
    List<String> keys =
        stage.getScene().getMnemonics().keySet().stream()
            .map(key -> key.getName().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void escapeAsksToClose(FxRobot robot) {
    robot.push(KeyCode.ESCAPE);
    assertThat(closed).containsExactly("closed");
  }
}
