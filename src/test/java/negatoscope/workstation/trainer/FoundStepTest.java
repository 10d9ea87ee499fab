package negatoscope.workstation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.training.scan.Finding;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is wrong with films is looked at and left out. */
class FoundStepTest extends WizardOnScreen {
  @Start
  void start(Stage shown) {
    begin(shown);
  }

  @Test
  void problemsAreOpenedAndLeftOutByKeys(FxRobot robot) throws IOException {
    Path normal = films.resolve("normal");
    Files.copy(normal.resolve("p00_0.png"), films.resolve("pneumonia").resolve("copy.png"));
    Files.writeString(normal.resolve("broken.dcm"), "no film");
    byte[] png = Files.readAllBytes(normal.resolve("p00_1.png"));
    Files.write(normal.resolve("cut.png"), Arrays.copyOf(png, 60));
    to(robot, "What was found");
    until(() -> why().isEmpty());
    ListView<Finding> findings = robot.lookup("#findings").queryListView();
    Finding copies =
        findings.getItems().stream()
            .filter(finding -> finding.kind() == Finding.Kind.DUPLICATE_ACROSS_CLASSES)
            .findFirst()
            .orElseThrow();
    assertThat(copies.films()).hasSize(2);
    robot.interact(
        () -> {
          findings.requestFocus();
          findings.getSelectionModel().select(copies);
        });
    WaitForAsyncUtils.waitForFxEvents();
    keep("problem", 1080, 720);
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(opened).hasSize(1);
    robot.push(KeyCode.SPACE);
    assertThat(trainer.found().excluded()).hasSize(1);
    robot.push(KeyCode.ALT, KeyCode.O);
    assertThat(trainer.found().excluded())
        .containsExactlyInAnyOrder("normal/p00_0.png", "pneumonia/copy.png");
    robot.push(KeyCode.ALT, KeyCode.N);
    until(() -> title().equals("Classes and parts") && why().isEmpty());
    assertThat(trainer.classes().chosenProperty().get().set().films())
        .extracting(film -> film.film().name())
        .hasSize(35)
        .doesNotContain("normal/p00_0.png", "pneumonia/copy.png", "normal/cut.png");
  }
}
