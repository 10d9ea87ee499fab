package negatoscope.workstation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.workstation.batch.table.RowFilter;
import negatoscope.workstation.fakes.BackgroundRunner;
import negatoscope.workstation.fakes.WorkBetweenFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ManyRowsTest {
  private static final int FILMS = 20_000;
  private static final long STALL_MILLISECONDS = 100;
  private static final int LATE = 2000;
  private static final Map<String, String> KEPT =
      Map.of("model", "0123456789abcdef", "with", "", "heatmaps", "true");

  @TempDir private Path folder;

  private BatchOnScreen screen;

  @Start
  void start(Stage stage) {
    screen = new BatchOnScreen(stage);
  }

  @AfterEach
  void close() {
    screen.close();
  }

  @Test
  void twentyThousandRowsComeAreScrolledFilteredAndReadWithoutAStall(FxRobot robot) {
    List<ScreenedFilm> there = new ArrayList<>();
    for (int i = 0; i < FILMS; i++) {
      double share = (i * 7919L % FILMS) / (double) FILMS;
      (i < FILMS - LATE ? there : screen.desk.films).add(FakeScreeningDesk.film("film" + i, share));
    }
    screen.desk.keep(KEPT, there.subList(0, 100)); // the first rows bring in classes and fonts
    screen.choose(robot, folder);
    screen.keep("warm", 1280, 800);
    WorkBetweenFrames work = new WorkBetweenFrames();
    robot.interact(work::start);
    screen.desk.keep(KEPT, there);
    screen.choose(robot, folder);
    assertThat(screen.batch.rows().shown()).hasSize(FILMS - LATE);
    final long listing = work.takeWorst();
    screen.desk.goesOn = true;
    screen.desk.nanosEach = 1_000_000;
    robot.interact(() -> screen.batch.start(ScreeningOrder.Start.RESUME));
    BackgroundRunner.until(() -> screen.batch.stateProperty().get() == BatchState.KEPT);
    assertThat(screen.batch.rows().shown()).hasSize(FILMS);
    final long coming = work.takeWorst();
    robot.interact(() -> screen.table().requestFocus());
    for (int i = 0; i < 20; i++) {
      int at = i * 977;
      robot.interact(() -> screen.table().scrollTo(at));
      WaitForAsyncUtils.waitForFxEvents();
    }
    for (int i = 0; i < 20; i++) {
      robot.push(KeyCode.PAGE_DOWN);
      robot.push(KeyCode.DIGIT1);
    }
    final long reading = work.takeWorst();
    robot.interact(
        () ->
            screen
                .batch
                .rows()
                .filterProperty()
                .set(new RowFilter("normal", false, false, false, false, "film1")));
    WaitForAsyncUtils.waitForFxEvents();
    final long filtering = work.takeWorst();
    robot.interact(work::stop);
    assertThat(screen.table().lookupAll(".table-row-cell"))
        .hasSizeLessThan(40)
        .allMatch(TableRow.class::isInstance);
    assertThat(List.of(listing, coming, reading, filtering))
        .as("milliseconds between frames while rows are listed, come, are read and filtered")
        .allMatch(milliseconds -> milliseconds < STALL_MILLISECONDS);
  }
}
