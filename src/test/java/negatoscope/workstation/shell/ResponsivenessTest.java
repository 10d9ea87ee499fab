package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Stage;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.studies.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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
            stage, folder.resolve("home"), List.of(), new FakeClassifier(400, film -> List.of()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  /**
   * Beats on a thread, and remembers how late the latest beat was. A second pulse on a thread that
   * does nothing else tells a busy machine from a busy JavaFX thread.
   */
  private static final class Pulse {
    private final Executor thread;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long sent;
    private volatile long worst;

    Pulse(Executor thread) {
      this.thread = thread;
    }

    void beat(long now) {
      if (waiting.compareAndSet(false, true)) {
        sent = now;
        thread.execute(
            () -> {
              worst = Math.max(worst, System.nanoTime() - sent);
              waiting.set(false);
            });
      }
    }

    long worstMilliseconds() {
      return worst / 1_000_000;
    }
  }

  @Test
  void nothingHoldsUpTheWindowWhileFilmsAreReadAndClassified(FxRobot robot) {
    Path large = TestFilms.write(folder, "large.png", 3000, 3000, 1);
    Path[] files = new Path[6];
    files[0] = large;
    for (int i = 1; i < files.length; i++) {
      files[i] = TestFilms.write(folder, "film" + i + ".png", 1024, 1024, i);
    }
    // The first film brings in classes and fonts; that is start-up, not classifying.
    window.open(TestFilms.write(folder, "first.png", 500, 500, 0));
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Done);

    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService idle = Executors.newSingleThreadExecutor();
    Pulse javaFx = new Pulse(Platform::runLater);
    Pulse machine = new Pulse(idle);
    Thread heart =
        new Thread(
            () -> {
              while (!stop.get()) {
                long now = System.nanoTime();
                javaFx.beat(now);
                machine.beat(now);
                LockSupport.parkNanos(2_000_000);
              }
            });
    heart.start();
    try {
      Platform.runLater(() -> window.model.open(List.of(files)));
      OpenedWindow.until(() -> window.model.studies().films().size() == 7);
      for (int i = 0; i < 6; i++) {
        OpenedWindow.until(() -> window.selected().film().isPresent());
        Platform.runLater(window.model.studies()::selectNext);
      }
      OpenedWindow.until(
          () ->
              window.model.studies().films().stream()
                  .allMatch(film -> film.answer() instanceof Answer.Done));
    } finally {
      stop.set(true);
      idle.shutdownNow();
    }
    assertThat(javaFx.worstMilliseconds())
        .as(
            "longest wait of the JavaFX thread; an idle thread waited %d ms",
            machine.worstMilliseconds())
        .isLessThan(STALL_MILLISECONDS + machine.worstMilliseconds());
  }
}
