package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.classification.Classifier;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.trainer.DrawnFilms;
import negatoscope.workstation.trainer.FakeDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The wizard beside the main window: what it does there, and what closing either asks. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TrainerInWindowTest {
  @TempDir private Path folder;

  private final FakeDesk desk = new FakeDesk();
  private final Map<String, FakeClassifier> opened = new ConcurrentHashMap<>();
  private OpenedWindow window;
  private Path films;
  private Home home;

  @Start
  void start(Stage unused) {
    home = new Home(folder.resolve("home"));
    films = DrawnFilms.folder(folder, 8);
    window = new OpenedWindow(home.root(), List.of(), this::open, desk);
    window.open(TestFilms.write(folder, "film.png", 500, 600, 0));
  }

  /** A model that has no name yet is opened by its folder. */
  private Classifier open(String nameOrFolder) {
    String name = Path.of(nameOrFolder).getNameCount() > 1 ? "unnamed" : nameOrFolder;
    return opened.computeIfAbsent(
        nameOrFolder, n -> FakeClassifier.of(Cards.named(name), name.equals("unnamed") ? 1 : 2));
  }

  @AfterEach
  void close() {
    desk.held = false;
    window.close();
  }

  private static Scene wizard() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(scene -> scene.lookup("#trainer") != null)
        .findFirst()
        .orElseThrow();
  }

  private static String title() {
    return ((Labeled) wizard().lookup("#train-title")).getText();
  }

  private static boolean canGoOn() {
    return !wizard().lookup("#train-next").isDisabled();
  }

  private void to(FxRobot robot, String step) {
    robot.push(KeyCode.CONTROL, KeyCode.T);
    OpenedWindow.until(() -> wizard().getFocusOwner() instanceof TextField);
    robot.interact(() -> ((TextField) wizard().lookup("#train-source")).setText(films.toString()));
    while (!title().equals(step)) {
      String from = title();
      OpenedWindow.until(TrainerInWindowTest::canGoOn);
      robot.push(KeyCode.ENTER);
      OpenedWindow.until(() -> !title().equals(from));
    }
  }

  private void untilSaidBy(String model) {
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Done done
                && done.classification().modelName().equals(model));
  }

  private void answer(FxRobot robot, String button) {
    OpenedWindow.until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    robot.clickOn(
        robot
            .lookup(".dialog-pane .button")
            .match((Labeled label) -> label.getText().equals(button))
            .<javafx.scene.Node>query());
  }

  @Test
  void theNewModelShowsItsErrorsAndThenClassifiesTheOpenFilm(FxRobot robot) {
    untilSaidBy(Library.BUNDLED);
    to(robot, "Results");
    OpenedWindow.until(TrainerInWindowTest::canGoOn);
    robot.interact(() -> wizard().lookup("#cell-0-0").requestFocus());
    robot.push(KeyCode.SPACE);
    untilSaidBy("unnamed");
    assertThat(window.selected().file().toString()).contains("covid-19");
    assertThat(window.model.heatMap().visibleProperty().get()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.T);
    OpenedWindow.until(() -> wizard().getWindow().isFocused());
    robot.push(KeyCode.ALT, KeyCode.N);
    OpenedWindow.until(TrainerInWindowTest::canGoOn);
    robot.push(KeyCode.ENTER);
    untilSaidBy("my-films-mobilenet-v2");
    assertThat(Window.getWindows())
        .as("the wizard is done")
        .noneMatch(open -> open.getScene().lookup("#trainer") != null);
    assertThat(window.model.models().rows())
        .extracting(row -> row.name())
        .contains("my-films-mobilenet-v2");
    assertThat(home.trainings()).isEmptyDirectory();
  }

  @Test
  void closingAsksWhileTheNetworkLearnsAndCanKeepIt(FxRobot robot) throws Exception {
    desk.held = true;
    to(robot, "Training");
    robot.push(KeyCode.ESCAPE);
    answer(robot, "Cancel");
    robot.interact(() -> wizard().getWindow().requestFocus());
    robot.push(KeyCode.ESCAPE);
    answer(robot, "Let it run on");
    OpenedWindow.until(
        () ->
            Window.getWindows().stream()
                .noneMatch(open -> open.getScene().lookup("#trainer") != null));
    OpenedWindow.until(
        () -> window.lanes.running().stream().anyMatch(t -> t.getTitle().equals("Training")));
    robot.interact(() -> window.stage.requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.T);
    robot.interact(() -> wizard().getWindow().requestFocus());
    robot.push(KeyCode.ESCAPE);
    answer(robot, "Stop and resume later");
    OpenedWindow.until(
        () -> window.lanes.running().stream().noneMatch(t -> t.getTitle().equals("Training")));
    try (var kept = Files.list(home.trainings())) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void theProgramAsksBeforeItEndsUnderATraining(FxRobot robot) {
    desk.held = true;
    to(robot, "Training");
    robot.interact(() -> window.stage.requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    answer(robot, "Cancel");
    assertThat(window.stage.isShowing()).isTrue();
    robot.interact(() -> window.stage.requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    answer(robot, "Stop and resume later");
    OpenedWindow.until(() -> !window.stage.isShowing());
  }
}
