package negatoscope.workstation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.workstation.trainer.desk.Wish;
import negatoscope.workstation.trainer.run.RunState;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A training is watched, held up, ended, and gone on with. */
class RunStepTest extends WizardOnScreen {
  @Start
  void start(Stage shown) {
    begin(shown);
  }

  @Test
  void aTrainingIsPausedStoppedCancelledAndGoneOnWith(FxRobot robot) {
    desk.held = true;
    to(robot, "Training");
    until(() -> trainer.run().live().epochs().size() == FakeDesk.EPOCHS / 2);
    assertThat(text("live-epoch")).isEqualTo("76 of 150, whole network");
    assertThat(text("live-speed")).isEqualTo("37.5 films/s");
    assertThat(text("live-memory")).isEqualTo("812 MB");
    keep("running", 1080, 720);
    robot.push(KeyCode.ALT, KeyCode.P);
    until(() -> trainer.run().stateProperty().get() == RunState.PAUSED);
    assertThat(why()).contains("paused");
    robot.push(KeyCode.ALT, KeyCode.B);
    assertThat(title()).isEqualTo("Training");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.RUNNING);
    robot.push(KeyCode.ALT, KeyCode.C);
    until(() -> trainer.run().stateProperty().get() == RunState.STOPPED);
    assertThat(text("run-said")).contains("can go on");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.RUNNING);
    robot.push(KeyCode.ALT, KeyCode.S);
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
    assertThat(desk.epochs()).isLessThan(FakeDesk.EPOCHS);
    enter(robot);
    assertThat(title()).isEqualTo("Results");
  }

  @Test
  void foldsAreTrainedBesideTheModelAndStandInResultsAndReport(FxRobot robot) {
    to(robot, "Classes and parts");
    robot.interact(() -> trainer.classes().pattern().textProperty().set("p(\\d+)_"));
    until(() -> why().isEmpty());
    to(robot, "Settings");
    until(() -> why().isEmpty());
    robot.interact(() -> trainer.settings().folds().countProperty().set(10));
    robot.interact(() -> stage.getScene().lookup("#folds-wanted").requestFocus());
    robot.push(KeyCode.SPACE);
    until(() -> why().contains("Folds: "));
    robot.interact(() -> trainer.settings().folds().countProperty().set(3));
    until(() -> why().isEmpty());
    until(() -> desk.measured.get() > 1);
    keep("folds-asked", 1080, 720);
    desk.foldsHeld = true;
    robot.push(KeyCode.ALT, KeyCode.T);
    until(() -> text("live-part").equals("fold 2 of 3"));
    assertThat(trainer.run().live().shareProperty().get()).isGreaterThanOrEqualTo(0.5);
    robot.push(KeyCode.ALT, KeyCode.C);
    until(() -> trainer.run().stateProperty().get() == RunState.STOPPED);
    desk.foldsHeld = false;
    robot.interact(this::open);
    until(() -> stage.getScene().lookup("#resume") != null);
    assertThat(trainer.kept().list().get(0).finished()).as("folds are missing").isFalse();
    robot.push(KeyCode.ALT, KeyCode.R);
    until(() -> title().equals("Training"));
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
    assertThat(desk.wishes.get(1).folds()).isEqualTo(3);
    enter(robot);
    until(() -> trainer.results().resultsProperty().get() != null);
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.RIGHT);
    }
    assertThat(trainer.results().resultsProperty().get().trained().folds()).isNotNull();
    assertThat(text("folds-sentence")).contains("Trained 3 times more");
    keep("folds", 1080, 720);
    to(robot, "Name and use");
    enter(robot);
    until(() -> !saved.isEmpty());
    assertThat(
            home.models()
                .resolve(saved.get(0).replace(" in use", ""))
                .resolve("report/report.html"))
        .content()
        .contains("Cross-validation", "Trained 3 times more", "0.125");
  }

  @Test
  void aFailureIsSaidAndTheTrainingGoesOnFromItsLastEpoch(FxRobot robot) {
    desk.failAt = 9;
    to(robot, "Training");
    until(() -> trainer.run().stateProperty().get() == RunState.FAILED);
    assertThat(text("run-said")).contains("no longer a number", "smaller rate");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
  }

  @Test
  void aLaterStartOffersToResumeWhatWasStopped(FxRobot robot) {
    desk.held = true;
    to(robot, "Classes and parts");
    until(() -> why().isEmpty());
    robot.interact(
        () -> {
          trainer.classes().rows().get(1).nameProperty().set("healthy");
          trainer.found().exclude(trainer.found().filmsOf(null).subList(0, 1), true);
        });
    until(() -> why().isEmpty());
    to(robot, "Training");
    until(() -> trainer.run().live().epochs().size() == FakeDesk.EPOCHS / 2);
    robot.interact(trainer.run()::cancel);
    until(() -> trainer.run().stateProperty().get() == RunState.STOPPED);
    robot.interact(this::open);
    until(() -> stage.getScene().lookup("#resume") != null);
    keep("resume", 1080, 720);
    desk.held = false;
    robot.push(KeyCode.ALT, KeyCode.R);
    until(() -> title().equals("Training"));
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
    assertThat(desk.wishes).hasSize(2);
    assertThat(essence(desk.wishes.get(1))).isEqualTo(essence(desk.wishes.get(0)));
    assertThat(desk.epochs()).isEqualTo(FakeDesk.EPOCHS);
    robot.interact(this::open);
    until(() -> stage.getScene().lookup("#resume") != null);
    robot.push(KeyCode.ALT, KeyCode.L);
    until(() -> title().equals("Training") && why().isEmpty());
    assertThat(desk.wishes).as("the finished model is only looked at").hasSize(2);
    to(robot, "Name and use");
    enter(robot);
    until(() -> !saved.isEmpty());
    assertThat(home.trainings()).isEmptyDirectory();
  }

  private static String essence(Wish wish) {
    return List.of(
            wish.films().set().dataSet().classes(),
            wish.films().set().dataSet().films(),
            Arrays.toString(wish.films().split().train()),
            wish.start(),
            wish.recipe())
        .toString();
  }
}
