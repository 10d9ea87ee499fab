package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.film.FilmWarning;
import negatoscope.film.FilmWarning.Code;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.fakes.TestFilms;
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
  private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

  @TempDir private static Path folder;

  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    FakeClassifier classifier =
        new FakeClassifier(
            0,
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
    window = new OpenedWindow(stage, folder.resolve("home"), List.of(), classifier);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void keep(String name) {
    for (int[] size : SIZES) {
      window.resize(size[0], size[1]);
      Snapshots.keep(window.scene(), name + "-" + size[0]);
    }
  }

  @Test
  void emptyDoubtfulErrorAndAbout(FxRobot robot) {
    keep("empty");
    Path doubtful = TestFilms.write(folder, "doubtful.png", 700, 800, 1);
    Path broken = TestFilms.writeBroken(folder, "a-file-that-is-no-film.dcm");
    window.open(doubtful, broken);
    OpenedWindow.until(
        () ->
            window.model.studies().films().size() == 2
                && window.selected().answer() instanceof Answer.Done);
    keep("doubtful");
    robot.interact(() -> window.model.studies().selectNext());
    OpenedWindow.until(() -> window.selected().content() instanceof Content.Failed);
    keep("error");
    robot.interact(
        () ->
            new AboutWindow(
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
            window.model.studies().films().stream()
                .allMatch(film -> film.thumbnailProperty().get() != null));
    robot.interact(() -> window.model.heatMap().visibleProperty().set(false));
    keep("result");
    robot.interact(() -> window.model.heatMap().visibleProperty().set(true));
    keep("overlay");
    robot.interact(() -> window.model.heatMap().uniformOpacityProperty().set(false));
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0.8));
    keep("overlay-by-value");
    List<String> files = new ArrayList<>();
    window.model.studies().films().forEach(film -> files.add(film.file().toString()));
    assertThat(files).isSorted();
  }
}
