package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.film.FilmWarning;
import negatoscope.film.FilmWarning.Code;
import negatoscope.library.Home;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.settings.Settings;
import negatoscope.workstation.settings.Settings.HeatMapSettings;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keeps pictures of the main states under {@code target/screenshots} for people to look at. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreenshotsTest {
  @TempDir private static Path folder;

  private FakeClassifier classifier;
  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    // The headless screen is upset by windows that grow, so they begin large.
    new SettingsStore(new Home(folder.resolve("home")).settings())
        .save(Settings.DEFAULT.withWindow(new Settings.Bounds(0, 0, 1920, 1080, false)));
    classifier =
        new FakeClassifier(
            1,
            film ->
                film.provenance().file().toString().contains("doubtful")
                    ? List.of(
                        new FilmWarning(
                            Code.UNLIKE_TRAINING,
                            "The film is unlike the films that the model was trained on."),
                        new FilmWarning(
                            Code.WINDOW_REPLACED,
                            "The window in the file lies outside the film's values; it was"
                                + " replaced by one that fits its values."))
                    : List.of());
    window = new OpenedWindow(folder.resolve("home"), List.of(), classifier);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void keep(String name) {
    Snapshots.keep(window.scene(), name + "-" + (int) window.stage.getWidth());
  }

  @Test
  void emptyDoubtfulErrorAndAbout(FxRobot robot) {
    emptyDoubtfulAndError(robot);
    robot.interact(() -> window.model.studies().closeAll());
    window.resize(1280, 800);
    emptyDoubtfulAndError(robot);
    about(robot);
  }

  private void emptyDoubtfulAndError(FxRobot robot) {
    keep("empty");
    classifier.hold(true);
    Path doubtful = TestFilms.write(folder, "doubtful.png", 700, 800, 1);
    Path broken = TestFilms.writeBroken(folder, "a-file-that-is-no-film.dcm");
    window.open(doubtful, broken);
    OpenedWindow.until(
        () ->
            window.model.studies().films().size() == 2
                && window.selected().answer() instanceof Answer.Running);
    keep("classifying");
    classifier.hold(false);
    OpenedWindow.until(
        () ->
            window.model.studies().films().size() == 2
                && window.selected().answer() instanceof Answer.Done);
    keep("doubtful");
    robot.interact(() -> window.model.studies().selectPrevious());
    OpenedWindow.until(() -> window.selected().content() instanceof Content.Failed);
    keep("error");
  }

  private void about(FxRobot robot) {
    robot.interact(
        () ->
            AboutWindow.of(
                    window.stage,
                    window.model.assessment(),
                    java.util.Map.of("Negatoscope", "0.1.0", "TensorFlow", "2.16.2"))
                .show());
    Window about =
        Window.getWindows().stream()
            .filter(open -> open.getScene().lookup("#about") != null)
            .findFirst()
            .orElseThrow();
    TabPane tabs = (TabPane) about.getScene().lookup(".tab-pane");
    for (int i = 0; i < tabs.getTabs().size(); i++) {
      int tab = i;
      robot.interact(() -> tabs.getSelectionModel().select(tab));
      Snapshots.keep(
          about.getScene(),
          "about-" + tabs.getTabs().get(i).getText().toLowerCase(java.util.Locale.ROOT));
    }
    robot.interact(about::hide);
    robot.push(KeyCode.F1);
    OpenedWindow.until(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
    Snapshots.keep(robot.lookup("#shortcuts").query().getScene(), "shortcuts");
    robot.push(KeyCode.ESCAPE);
    assertThat(Path.of("target", "screenshots", "about-model.png")).isNotEmptyFile();
  }

  @Test
  @NeedsShared
  void realFilmsWithAResultAndAnOverlay(FxRobot robot) {
    Path originals = Shared.path("films/originals");
    window.open(originals);
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Done);
    OpenedWindow.until(
        () ->
            window.model.studies().scansProperty().get() == 0
                && window.model.studies().films().stream()
                    .limit(5)
                    .allMatch(film -> film.thumbnailProperty().get() != null));
    resultAndOverlay(robot);
    window.resize(1280, 800);
    resultAndOverlay(robot);
    List<String> files = new ArrayList<>();
    window.model.studies().films().forEach(film -> files.add(film.file().toString()));
    assertThat(files).isSorted();
  }

  private void resultAndOverlay(FxRobot robot) {
    robot.interact(() -> window.model.heatMap().apply(HeatMapSettings.DEFAULT));
    robot.interact(() -> window.model.heatMap().visibleProperty().set(false));
    keep("result");
    robot.interact(() -> window.model.heatMap().visibleProperty().set(true));
    keep("overlay");
    robot.interact(() -> window.model.heatMap().uniformOpacityProperty().set(false));
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0.8));
    keep("overlay-by-value");
  }
}
