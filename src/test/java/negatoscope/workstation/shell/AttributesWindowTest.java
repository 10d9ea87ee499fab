package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@NeedsShared
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AttributesWindowTest {
  private static final Path NESTED = Shared.path("dicom/films/private-nested.dcm");
  private static final Path NAMED = Shared.path("dicom/films/utf8-spacing.dcm");

  @TempDir private static Path folder;

  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    window = new OpenedWindow(folder.resolve("home"), List.of(NESTED), FakeClassifier.quick());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void openTable(FxRobot robot) {
    OpenedWindow.until(
        () -> window.model.studies().selected().flatMap(film -> film.film()).isPresent());
    robot.press(KeyCode.CONTROL).push(KeyCode.I).release(KeyCode.CONTROL);
    OpenedWindow.until(() -> robot.lookup("#attributes").tryQuery().isPresent());
    OpenedWindow.until(() -> text(robot, "attribute-summary").endsWith(" elements"));
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  private static TreeTableView<?> table(FxRobot robot) {
    return robot.lookup("#attribute-table").<TreeTableView<?>>query();
  }

  @Test
  void theTableOpensByKeySearchesCopiesAndClosesByEscape(FxRobot robot) {
    openTable(robot);
    Node table = robot.lookup("#attributes").query();
    Snapshots.keep(table.getScene(), "attributes");
    int all = table(robot).getExpandedItemCount();
    robot.clickOn("#attribute-search").write("codemeaning");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text(robot, "attribute-summary")).startsWith("1 of ");
    assertThat(table(robot).getExpandedItemCount()).isEqualTo(5);
    robot.push(KeyCode.DOWN);
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.DOWN);
    }
    assertThat(robot.lookup("#attribute-value").queryAs(TextInputControl.class).getText())
        .isEqualTo("Localizer");
    robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).isEqualTo("(0008,0104)\tLO\tCodeMeaning\tLocalizer");
    Snapshots.keep(table.getScene(), "attributes-search");
    robot.push(KeyCode.ESCAPE);
    assertThat(table(robot).getExpandedItemCount()).isEqualTo(all);
    assertThat(table.getScene().getWindow().isShowing()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(table.getScene().getWindow().isShowing()).isFalse();
  }

  @Test
  void theTableStaysOpenAndFollowsTheFilm(FxRobot robot) {
    openTable(robot);
    robot.interact(() -> window.model.attributes().searchProperty().set("patientname"));
    assertThat(window.model.attributes().allText()).contains("Exempel^Nils");
    window.open(NAMED);
    OpenedWindow.until(
        () ->
            window.model.attributes().titleProperty().get().equals("utf8-spacing.dcm")
                && window.model.attributes().summaryProperty().get().contains(" of "));
    assertThat(window.model.attributes().allText()).contains("PatientName").doesNotContain("Nils");
  }
}
