package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.stage.Stage;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.fakes.WorkBetweenFrames;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.OpenFilm;
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
class ResponsivenessTest {
  private static final long STALL_MILLISECONDS = 100;

  @TempDir private static Path folder;

  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    window =
        new OpenedWindow(
            folder.resolve("home"), List.of(), new FakeClassifier(400, film -> List.of()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** How long at most the JavaFX thread waited for something inside this program's code. */
  private static final class WaitsInOurCode implements Runnable {
    private final Thread watched;
    private volatile boolean stop;
    private long since = -1;
    private volatile long worst;

    WaitsInOurCode(Thread watched) {
      this.watched = watched;
    }

    @Override
    public void run() {
      while (!stop) {
        long now = System.nanoTime();
        Thread.State state = watched.getState();
        boolean waits =
            state != Thread.State.RUNNABLE
                && Stream.of(watched.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith("negatoscope."));
        if (!waits) {
          since = -1;
        } else if (since < 0) {
          since = now;
        } else {
          worst = Math.max(worst, now - since);
        }
        LockSupport.parkNanos(3_000_000);
      }
    }

    long worstMilliseconds() {
      return worst / 1_000_000;
    }
  }

  @Test
  void nothingHoldsUpTheWindowWhileFilmsAreReadAndClassified(FxRobot robot) throws Exception {
    Path[] files = new Path[6];
    files[0] = TestFilms.write(folder, "large.png", 3000, 3000, 1);
    for (int i = 1; i < files.length; i++) {
      files[i] = TestFilms.write(folder, "film" + i + ".png", 1024, 1024, i);
    }
    // The first film brings in classes and fonts; that is start-up, not classifying.
    window.open(TestFilms.write(folder, "first.png", 500, 500, 0));
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Done);

    WorkBetweenFrames work = new WorkBetweenFrames();
    WaitsInOurCode waits =
        new WaitsInOurCode(WaitForAsyncUtils.waitForAsyncFx(5000, Thread::currentThread));
    Thread watcher = new Thread(waits);
    robot.interact(work::start);
    watcher.start();
    try {
      window.open(files);
      OpenedWindow.until(() -> window.model.studies().films().size() == 7);
      for (OpenFilm film : List.copyOf(window.model.studies().films())) {
        robot.interact(() -> window.model.studies().selectedProperty().set(film));
        OpenedWindow.until(() -> film.film().isPresent());
      }
      OpenedWindow.until(
          () ->
              window.model.studies().films().stream()
                  .allMatch(film -> film.answer() instanceof Answer.Done));
    } finally {
      robot.interact(work::stop);
      waits.stop = true;
      watcher.join();
    }
    assertThat(work.takeWorst()).as("work between frames").isLessThan(STALL_MILLISECONDS);
    assertThat(waits.worstMilliseconds()).as("waiting").isLessThan(STALL_MILLISECONDS);
  }
}
