package negatoscope.workstation.trainer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.library.Library;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.ModelCard;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.workstation.trainer.desk.Judged;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The results: errors that open, and operating points that are saved. */
class ResultsStepTest extends WizardOnScreen {
  @Start
  void start(Stage shown) {
    begin(shown);
  }

  @Test
  void aCellOfTheMatrixAndTheWorstErrorsOpenTheirFilms(FxRobot robot) {
    to(robot, "Results");
    until(() -> why().isEmpty());
    var results = trainer.results().resultsProperty().get();
    Node cell = stage.getScene().lookup("#cell-1-1");
    robot.interact(cell::requestFocus);
    robot.push(KeyCode.SPACE);
    assertThat(judgedOpened)
        .isNotEmpty()
        .hasSize(results.confusion()[1][1])
        .isEqualTo(results.films(1, 1).stream().map(Judged::name).toList());
    judgedOpened.clear();
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    robot.push(KeyCode.RIGHT);
    keep("errors", 1080, 720);
    robot.push(KeyCode.ALT, KeyCode.H);
    assertThat(judgedOpened).hasSameSizeAs(results.worst()).isNotEmpty();
  }

  private String said() {
    return trainer.results().report().job().messageProperty().get();
  }

  @Test
  void theReportIsOpenedSavedElsewhereAndLiesBesideTheSavedModel(FxRobot robot) throws IOException {
    to(robot, "Results");
    until(() -> why().isEmpty() && said().contains("report is ready"));
    keep("report", 1080, 720);
    robot.clickOn("#open-report");
    until(() -> !browsed.isEmpty());
    assertThat(browsed.get(0)).hasFileName("report.html");
    assertThat(browsed.get(0).getParent())
        .isDirectoryContaining("glob:**/evaluation.json")
        .isDirectoryContaining("glob:**/predictions.csv")
        .isDirectoryContaining("glob:**/plots");
    robot.clickOn("#save-report");
    Path elsewhere = folder.resolve("my-films-mobilenet-v2-report").resolve("report.html");
    until(() -> Files.exists(elsewhere));
    assertThat(elsewhere).content().contains("How good is my-films-mobilenet-v2?");
    until(() -> said().contains(elsewhere.toString()));
    robot.clickOn("#save-report");
    until(() -> said().contains("already there"));
    robot.interact(() -> trainer.results().thresholds().pointProperty().set(0));
    robot.push(KeyCode.ALT, KeyCode.N);
    until(() -> title().equals("Name and use"));
    robot.interact(() -> trainer.name().nameProperty().set("another"));
    enter(robot);
    until(() -> !saved.isEmpty());
    Path report = home.models().resolve("another").resolve("report").resolve("report.html");
    CardOperatingPoint moved =
        requireNonNull(
            requireNonNull(new Library(home).find("another").card().operatingPoints())
                .get("covid-19"));
    assertThat(report)
        .content()
        .contains("How good is another?", "%.1f %%".formatted(100 * moved.threshold()));
    assertThat(desk.evaluated).hasValue(1);
  }

  @Test
  void savingWaitsForTheReportOrIsDoneWithoutIt(FxRobot robot) {
    desk.reportHeld = true;
    to(robot, "Name and use");
    until(() -> why().isEmpty());
    robot.push(KeyCode.ENTER);
    until(() -> why().contains("as soon as its report is made"));
    assertThat(saved).isEmpty();
    robot.interact(trainer.results().report().job()::cancel);
    until(() -> !saved.isEmpty());
    assertThat(home.models().resolve("my-films-mobilenet-v2"))
        .isDirectoryNotContaining("glob:**/report");
  }

  @Test
  void aPointMovedByKeysIsChosenByValidationFilmsAndSavedInTheCard(FxRobot robot) {
    to(robot, "Results");
    until(() -> why().isEmpty());
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    assertThat(text("operating-sentence"))
        .contains("as the training chose", "On the 30 validation films it finds 90.0 %");
    assertThat(text("operating-test")).contains("test films, which it was not chosen by");
    robot.interact(() -> stage.getScene().lookup("#operating-point").requestFocus());
    robot.push(KeyCode.HOME);
    assertThat(text("operating-sentence")).contains("moved by you").doesNotContain("finds 90.0 %");
    robot.push(KeyCode.END);
    assertThat(text("operating-sentence")).contains("moved by you", "finds 100.0 %");
    keep("roc", 1080, 720);
    CardOperatingPoint moved = trainer.results().thresholds().changed().get("covid-19");
    to(robot, "Name and use");
    assertThat(text("name-thresholds")).contains("covid-19 from", "(moved by you)");
    enter(robot);
    until(() -> !saved.isEmpty());
    ModelCard card = new Library(home).find("my-films-mobilenet-v2").card();
    assertThat(card.operatingPoints())
        .containsEntry("covid-19", moved)
        .containsEntry(
            "normal",
            ChosenPoints.of(card.classes(), FakeDesk.validation(), ChosenPoints.USUAL)
                .get("normal"));
  }

  @Test
  void aPointFollowsTheMouseToTheNearestOneOfTheCurve(FxRobot robot) {
    to(robot, "Results");
    until(() -> why().isEmpty());
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    Node plot = robot.lookup("#roc .chart-plot-background").query();
    Bounds area = plot.localToScreen(plot.getBoundsInLocal());
    robot.clickOn(area.getMinX() + 2, area.getMaxY() - 2);
    assertThat(text("operating-sentence")).contains("moved by you", "right about 100.0 %");
    robot
        .drag(area.getMinX() + 2, area.getMaxY() - 2)
        .dropTo(area.getMaxX() - 2, area.getMinY() + 2);
    assertThat(text("operating-sentence")).contains("finds 100.0 %");
  }
}
