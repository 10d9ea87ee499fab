package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.stage.Stage;
import negatoscope.task.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FxTaskRunnerTest {
  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final FxTaskRunner runner = new FxTaskRunner(running, thread);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Outcome<String>> outcomes = new ArrayList<>();

  @Start
  void start(Stage stage) {}

  @AfterEach
  void stop() {
    goOn.countDown();
    thread.shutdownNow();
  }

  /** Work that looks whether it was cancelled only once it may go on. */
  private void run(FxRobot robot, String title) {
    robot.interact(
        () ->
            runner.run(
                title,
                (progress, cancellation) -> {
                  progress.report(1, 2, "half");
                  goOn.await();
                  progress.report(2, 2, "whole");
                  cancellation.check();
                  return title;
                },
                outcomes::add));
  }

  @Test
  void cancellingWhatRunsIsAnsweredAtOnceAndItStaysListedUntilItHasStopped(FxRobot robot) {
    run(robot, "Copying");
    OpenedWindow.until(() -> running.get(0).getMessage().equals("half"));
    robot.interact(() -> running.get(0).cancel());
    OpenedWindow.until(() -> running.get(0).getMessage().equals("Cancelling…"));
    assertThat(outcomes).isEmpty();
    goOn.countDown();
    OpenedWindow.until(running::isEmpty);
    assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void whatWaitsIsGoneAsSoonAsItIsCancelled(FxRobot robot) {
    run(robot, "first");
    run(robot, "second");
    robot.interact(() -> running.get(1).cancel());
    assertThat(running).hasSize(1);
    assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Cancelled.class);
    goOn.countDown();
    OpenedWindow.until(running::isEmpty);
    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Done<>("first"));
  }
}
