package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalFile;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.FakeDrag;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.fakes.TestFilms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Screening beside the main window, with the real door and journal. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class BatchInWindowTest {
  @TempDir private Path folder;

  private OpenedWindow window;
  private Path films;

  @Start
  void start(Stage unused) throws IOException {
    films = Files.createDirectory(folder.resolve("films"));
    for (int i = 0; i < 6; i++) {
      TestFilms.write(films, "film" + i + ".png", 200, 240, i);
    }
    Files.write(films.resolve("broken.png"), new byte[0]);
    window =
        new OpenedWindow(
            folder.resolve("home"), List.of(), new FakeClassifier(5, film -> List.of()));
    window.open(TestFilms.write(folder, "other.png", 300, 300, 9));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static Optional<Scene> screening() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(scene -> scene.lookup("#batch") != null)
        .findFirst();
  }

  private static String said() {
    return ((Labeled) screening().orElseThrow().lookup("#batch-said")).getText();
  }

  private String onScreen() {
    return window
        .model
        .studies()
        .selected()
        .map(film -> String.valueOf(film.file().getFileName()))
        .orElse("");
  }

  @Test
  void aFolderDroppedOnTheWindowIsScreenedItsFilmsAreReadAndTheVerdictsKept(FxRobot robot) {
    OpenedWindow.until(() -> onScreen().equals("other.png"));
    robot.interact(
        () ->
            assertThat(FakeDrag.drop(window.scene().lookup("#screen-here"), List.of(films)))
                .isTrue());
    OpenedWindow.until(() -> screening().isPresent());
    Scene scene = screening().orElseThrow();
    OpenedWindow.until(() -> scene.lookup("#batch-start").isVisible());
    OpenedWindow.until(
        () -> window.model.assessment().model().cardProperty().get() != null && said().isEmpty());
    robot.clickOn("#batch-start");
    OpenedWindow.until(() -> said().startsWith("The work list is made"));
    TableView<?> table = (TableView<?>) scene.lookup("#batch-table");
    assertThat(table.getItems()).hasSize(7);
    Path out = folder.resolve("films-screening");
    assertThat(out.resolve("worklist.csv")).exists();

    robot.interact(table::requestFocus);
    robot.push(KeyCode.PAGE_DOWN);
    OpenedWindow.until(() -> onScreen().startsWith("film"));
    OpenedWindow.until(() -> window.model.viewer().layers().heatProperty().get() != null);
    final String first = onScreen();
    robot.push(KeyCode.DIGIT2);
    robot.interact(() -> window.stage.requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
    OpenedWindow.until(() -> !onScreen().equals(first) && onScreen().startsWith("film"));
    // Those that were read are put away again; the reader's own film stays.
    OpenedWindow.until(() -> window.model.studies().films().size() == 2);
    Snapshots.keep(window.scene(), "screen-main");
    Snapshots.keep(scene, "screen-real");
    List<String> read = new ArrayList<>();
    try (Journal journal = new JournalFile(out).open()) {
      journal.list(
          row -> {
            if (!row.verdict().isEmpty()) {
              read.add(row.film().label() + ":" + row.verdict());
            }
          });
    }
    assertThat(read).containsExactly(first + ":pneumonia");
  }
}
