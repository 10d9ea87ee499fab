package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.library.Home;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.studies.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What files bring along besides their pixels, in the window. */
@NeedsShared
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RealDicomTest {
  @TempDir private static Path folder;

  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    window =
        new OpenedWindow(
            folder.resolve("home"), List.of(), new FakeClassifier(0, film -> film.warnings()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(FxRobot robot, String name) {
    window.open(Shared.path("dicom/films/" + name));
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().file().endsWith(name)
                && window.selected().answer() instanceof Answer.Done
                && window.model.viewer().renderingProperty().get() != null);
    robot.interact(() -> window.model.heatMap().visibleProperty().set(false));
    robot.interact(() -> window.scene().lookup(".viewer").requestFocus());
    Snapshots.keep(window.scene(), "dicom-" + name.replace(".dcm", ""));
  }

  private int difference(Runnable action) {
    WritableImage before = window.film();
    action.run();
    WaitForAsyncUtils.waitForFxEvents();
    return Snapshots.difference(before, window.film());
  }

  @Test
  void framesAreTurnedByKeyAndSliderAndTheHeatMapBelongsToItsFrame(FxRobot robot) {
    open(robot, "frames-native.dcm");
    assertThat(robot.lookup("#frame-bar").query().isVisible()).isTrue();
    assertThat(frameText(robot)).isEqualTo("Frame 1 of 3");
    robot.interact(() -> window.model.viewer().zoom(2));
    WritableImage first = window.film();
    robot.push(KeyCode.PERIOD);
    OpenedWindow.until(() -> window.model.viewer().filmProperty().get().provenance().frame() == 2);
    OpenedWindow.until(() -> window.selected().answer() instanceof Answer.Done);
    assertThat(frameText(robot)).isEqualTo("Frame 2 of 3");
    assertThat(window.model.viewer().cornerTextsProperty().get().patient())
        .contains("frame 2 of 3");
    assertThat(window.model.viewer().fittedProperty().get()).isFalse();
    assertThat(Snapshots.difference(first, window.film())).isGreaterThan(1000);
    robot.interact(() -> robot.lookup("#frame-slider").queryAs(Slider.class).setValue(3));
    OpenedWindow.until(() -> window.model.viewer().filmProperty().get().provenance().frame() == 3);
    robot.push(KeyCode.COMMA);
    robot.push(KeyCode.COMMA);
    OpenedWindow.until(() -> window.model.viewer().filmProperty().get().provenance().frame() == 1);
    assertThat(window.model.studies().films()).hasSize(1);
  }

  private static String frameText(FxRobot robot) {
    return robot.lookup("#frame-number").queryAs(Labeled.class).getText();
  }

  @Test
  void overlaysAreSwitchedByKeyAndTheirSwitchIsRemembered(FxRobot robot) {
    open(robot, "overlays.dcm");
    Node button = robot.lookup("#do-planes").query();
    assertThat(button.isDisabled()).isFalse();
    assertThat(difference(() -> robot.push(KeyCode.O))).isGreaterThan(500);
    window.close();
    robot.interact(() -> Workstation.keep(window.model));
    Home home = new Home(folder.resolve("home"));
    assertThat(new SettingsStore(home.settings()).load().settings().film().overlays()).isFalse();
  }

  @Test
  void theShutterIsLiftedByKeyAndTheFilmSaysSo(FxRobot robot) {
    open(robot, "shutter-rectangular.dcm");
    assertThat(difference(() -> robot.push(KeyCode.S))).isGreaterThan(5000);
    assertThat(window.model.viewer().cornerTextsProperty().get().display())
        .contains("Shutter lifted");
    assertThat(robot.lookup("#do-planes").query().isDisabled()).isTrue();
  }

  @Test
  void theToolbarNamesTheWindowInUseAndOffersTheOthers(FxRobot robot) {
    open(robot, "windows-three.dcm");
    MenuButton menu = robot.lookup("#window-menu").queryAs(MenuButton.class);
    assertThat(menu.getText()).isEqualTo("NORMAL");
    assertThat(menu.getItems())
        .extracting(MenuItem::getText)
        .containsExactly("NORMAL", "LUNG", "BONE", null, "Automatic", "Full range");
    assertThat(difference(() -> robot.push(KeyCode.W))).isGreaterThan(5000);
    assertThat(menu.getText()).isEqualTo("LUNG");
    robot.interact(() -> menu.getItems().get(4).fire());
    OpenedWindow.until(() -> menu.getText().equals("Automatic"));
    robot.push(KeyCode.R);
    assertThat(menu.getText()).isEqualTo("NORMAL");
  }

  @Test
  void aReplacedWindowIsToldInASentenceBelowTheFilm(FxRobot robot) {
    open(robot, "window-outside-data.dcm");
    assertThat(robot.lookup("#film-warnings").query().isVisible()).isTrue();
    assertThat(robot.lookup(".film-warning").queryAll())
        .extracting(node -> ((Labeled) node).getText())
        .anyMatch(sentence -> sentence.contains("was replaced"));
    assertThat(robot.lookup(".film-warning-code").queryAll())
        .extracting(node -> ((Labeled) node).getText())
        .contains("WINDOW_REPLACED");
    assertThat(robot.lookup("#warnings-below").queryLabeled().getText())
        .isEqualTo("See the warnings below the film.");
    open(robot, "a-explicit.dcm");
    assertThat(robot.lookup("#film-warnings").query().isVisible()).isFalse();
  }

  @Test
  void coloursAndUnevenPixelsAreSeenAsTheyAre(FxRobot robot) {
    open(robot, "aspect-1-2.dcm");
    assertThat(window.model.viewer().placementProperty().get().aspect()).isEqualTo(0.5);
    open(robot, "rgb-planar0.dcm");
    WritableImage film = window.film();
    int colourful = 0;
    for (int y = 0; y < film.getHeight(); y += 3) {
      for (int x = 0; x < film.getWidth(); x += 3) {
        int argb = film.getPixelReader().getArgb(x, y);
        colourful += Math.abs((argb >> 16 & 0xFF) - (argb & 0xFF)) > 40 ? 1 : 0;
      }
    }
    assertThat(colourful).isGreaterThan(500);
  }
}
