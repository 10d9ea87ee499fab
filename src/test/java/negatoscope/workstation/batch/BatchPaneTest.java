package negatoscope.workstation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.film.FilmWarning;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.fakes.BackgroundRunner;
import negatoscope.workstation.fakes.FakeDrag;
import negatoscope.workstation.fakes.TestFilms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Screening by keys and mouse. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class BatchPaneTest {
  @TempDir private Path folder;

  private BatchOnScreen screen;

  @Start
  void start(Stage stage) {
    screen = new BatchOnScreen(stage);
    for (int i = 0; i < 40; i++) {
      double covid = 0.02 + 0.96 * ((i * 7) % 40) / 39.0;
      FilmWarning[] warnings =
          i % 9 == 4
              ? new FilmWarning[] {
                new FilmWarning(FilmWarning.Code.UNLIKE_TRAINING, "It is unlike them.")
              }
              : new FilmWarning[0];
      screen.desk.films.add(
          i == 20
              ? FakeScreeningDesk.broken("film20.png")
              : FakeScreeningDesk.film("film" + i + ".png", covid, warnings));
    }
  }

  @AfterEach
  void close() {
    screen.close();
  }

  private List<String> shown() {
    return screen.batch.rows().shown().stream().map(BatchRow::key).toList();
  }

  private String selected() {
    BatchRow row = screen.batch.rows().selectedProperty().get();
    return row == null ? "" : row.key();
  }

  private void screened(FxRobot robot) {
    for (int i = 0; i < 40; i++) {
      TestFilms.write(folder, "film" + i + ".png", 120, 150, i);
    }
    screen.choose(robot, folder);
    robot.clickOn("#batch-start");
    BackgroundRunner.until(() -> screen.batch.stateProperty().get() == BatchState.KEPT);
    assertThat(shown()).hasSize(40);
  }

  @Test
  void aDroppedFolderIsScreenedPausedGoneOnWithAndCancelledByTheButtons(FxRobot robot) {
    robot.interact(() -> assertThat(FakeDrag.drop(screen.node("batch"), List.of(folder))).isTrue());
    BackgroundRunner.until(() -> screen.batch.stateProperty().get() == BatchState.IDLE);
    assertThat(screen.text("batch-folder")).isEqualTo(folder.toString());
    assertThat(screen.text("batch-out-path")).isEqualTo(folder + "-screening");
    screen.desk.waitAfter = 25;
    robot.clickOn("#batch-start");
    BackgroundRunner.until(() -> shown().size() == 25);
    assertThat(screen.text("batch-said")).contains("of 40 films", "a second", "left");
    robot.clickOn("#batch-pause");
    BackgroundRunner.until(() -> screen.text("batch-said").startsWith("Paused."));
    assertThat(screen.text("batch-research-only")).startsWith("Research use only");
    screen.keep("paused", 1280, 800);
    robot.clickOn("#batch-go-on");
    assertThat(screen.batch.stateProperty().get()).isEqualTo(BatchState.RUNNING);
    robot.clickOn("#batch-cancel");
    BackgroundRunner.until(() -> screen.batch.stateProperty().get() == BatchState.KEPT);
    assertThat(shown()).hasSize(25);
    assertThat(screen.text("batch-said")).contains("resume goes on");
    screen.desk.waitAfter = -1;
    robot.clickOn("#batch-resume");
    BackgroundRunner.until(() -> shown().size() == 40);
  }

  @Test
  void aReaderGoesThroughTheListByKeysAlone(FxRobot robot) {
    screened(robot);
    robot.interact(() -> screen.table().requestFocus());
    robot.push(KeyCode.PAGE_DOWN);
    String first = shown().get(0);
    assertThat(selected()).isEqualTo(first);
    BackgroundRunner.until(() -> screen.opened.contains(folder.toAbsolutePath().resolve(first)));
    robot.push(KeyCode.DIGIT1);
    robot.push(KeyCode.DOWN);
    assertThat(selected()).isEqualTo(shown().get(1));
    robot.push(KeyCode.DIGIT3);
    robot.push(KeyCode.N);
    robot.write("edge of lung");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.PAGE_DOWN);
    robot.push(KeyCode.DIGIT2);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    BackgroundRunner.until(screen.quick::isIdle);
    assertThat(screen.desk.reads)
        .containsExactly(
            first + ":covid-19:",
            shown().get(1) + ":normal:",
            shown().get(1) + ":normal:edge of lung",
            shown().get(2) + ":pneumonia:",
            shown().get(2) + "::");
    assertThat(screen.text("batch-kappa")).startsWith("They agree on 1 of 2 films");
    robot.push(KeyCode.PAGE_UP);
    assertThat(selected()).isEqualTo(shown().get(1));
    BackgroundRunner.until(() -> !screen.table().lookupAll(".image-view").isEmpty());
    BackgroundRunner.until(
        () ->
            screen.table().lookupAll(".image-view").stream()
                    .filter(view -> ((ImageView) view).getImage() != null)
                    .count()
                > 5);
    screen.keep("read", 1280, 800);
    screen.keep("read", 900, 560);
  }

  @Test
  void howItIsScreenedIsChosenByMouseAndKeysAndDigitsTypedThereAreNoVerdicts(FxRobot robot) {
    screened(robot);
    robot.interact(() -> screen.batch.rows().step(1));
    robot.interact(() -> screen.node("batch-overdue").requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.DIGIT1).push(KeyCode.DIGIT2);
    assertThat(screen.batch.options().overdueHoursProperty().get()).isEqualTo(12);
    robot.clickOn("#batch-dicom");
    assertThat(screen.batch.options().dicomProperty().get()).isTrue();
    robot.clickOn("#batch-second");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(screen.batch.options().secondProperty().get()).isEqualTo("other");
    BackgroundRunner.until(screen.quick::isIdle);
    assertThat(screen.desk.reads).isEmpty();
    screen.keep("options", 1280, 800);
    screen.keep("options", 900, 560);
    robot.clickOn("#batch-resume");
    assertThat(screen.text("batch-trouble")).contains("without a second model");
  }

  @Test
  void filtersSearchAndSortingWorkByMouseAndKeys(FxRobot robot) {
    screened(robot);
    robot.clickOn("#batch-unanswered");
    assertThat(shown()).containsExactly("film20.png");
    robot.clickOn("#batch-unanswered").clickOn("#batch-warned");
    assertThat(shown()).hasSize(4);
    assertThat(screen.text("batch-count")).isEqualTo("4 of 40");
    robot.clickOn("#batch-warned");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("film3");
    assertThat(shown()).hasSize(11);
    robot.push(KeyCode.ESCAPE);
    robot.interact(
        () -> {
          TableColumn<BatchRow, ?> file =
              screen.table().getColumns().stream()
                  .filter(column -> column.getId().equals("file"))
                  .findFirst()
                  .orElseThrow();
          screen.table().getSortOrder().setAll(List.of(file));
        });
    assertThat(shown().get(0)).isEqualTo("film3.png");
    assertThat(shown().get(10)).isEqualTo("film39.png");
    robot.interact(() -> screen.table().getSortOrder().clear());
    assertThat(shown().get(0)).isNotEqualTo("film3.png");
  }

  @Test
  void columnsAreRememberedAndRowsExported(FxRobot robot) throws Exception {
    screened(robot);
    robot.interact(
        () ->
            screen.table().getColumns().stream()
                .filter(column -> column.getId().equals("note"))
                .forEach(column -> column.setVisible(false)));
    assertThat(screen.columns.hidden()).contains("note", "patient");
    screen.showAgain();
    assertThat(screen.table().getVisibleLeafColumns())
        .extracting(TableColumn::getId)
        .contains("verdict", "p:covid-19")
        .doesNotContain("note");
    Path csv = folder.resolve("selection.csv");
    screen.exportTo = java.util.Optional.of(csv);
    robot.interact(() -> screen.table().getSelectionModel().selectRange(0, 3));
    robot.interact(
        () ->
            ((MenuButton) screen.node("batch-export"))
                .getItems().stream()
                    .filter(item -> item.getId().equals("batch-export-selected"))
                    .forEach(javafx.scene.control.MenuItem::fire));
    BackgroundRunner.until(() -> screen.text("batch-said").contains("3 films were written"));
    assertThat(Files.readAllLines(csv)).hasSize(4);
  }

  @Test
  void anotherModelIsSaidBeforeAnythingIsTouched(FxRobot robot) {
    screen.desk.keep(Map.of("model", "of-another"), List.of(screen.desk.films.get(0)));
    screen.choose(robot, folder);
    assertThat(screen.text("batch-trouble")).contains("It was screened with another model");
    robot.clickOn("#batch-resume");
    assertThat(screen.desk.orders).isEmpty();
    screen.keep("changed", 1280, 800);
  }
}
