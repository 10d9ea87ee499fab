package negatoscope.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Screenings whose process is killed by SIGKILL. */
@Timeout(300)
class ScreeningKillTest {
  private static final int FILMS = 300;
  private static final int KILLS = 3;

  @TempDir Path folder;

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ScreeningProcess.class.getName(),
            folder.toString())
        .inheritIO()
        .start();
  }

  private List<String> asked() throws IOException {
    Path log = folder.resolve("asked.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  void killedAtAnyMomentItIsGoneOnWithToTheSameListAndRedoesWhatWasUnderWay() throws Exception {
    DrawnFolder drawn = new DrawnFolder(folder);
    drawn.films(FILMS);
    try (MeanClassifier classifier = new MeanClassifier("one")) {
      drawn.run(classifier, drawn.order(Start.NEW, false));
    }
    String whole = drawn.csv();
    AtomicFiles.delete(drawn.out());
    Random random = new Random(7);
    int killed = 0;
    while (killed < KILLS) {
      int before = asked().size();
      Process process = start();
      // From the first film on, so that each kill falls into the work.
      while (process.isAlive() && asked().size() == before) {
        Thread.sleep(2);
      }
      if (process.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS)) {
        break;
      }
      process.destroyForcibly().waitFor();
      killed++;
    }
    assertThat(killed).as("kills that fell into the work").isPositive();
    assertThat(start().waitFor()).isZero();
    assertThat(drawn.csv()).isEqualTo(whole);
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    assertThat(asked()).hasSizeBetween(FILMS, FILMS + killed * (4 + threads));
    assertThat(asked().stream().distinct()).hasSize(FILMS);
  }

  @Test
  void aRunOfAnotherProcessKeepsTheFolderUntilItIsKilled() throws Exception {
    DrawnFolder drawn = new DrawnFolder(folder);
    drawn.films(FILMS);
    Process process = start();
    while (asked().isEmpty()) {
      Thread.sleep(2);
    }
    try (MeanClassifier classifier = new MeanClassifier("one")) {
      assertThatThrownBy(() -> drawn.run(classifier, drawn.order(Start.RESUME, false)))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BUSY));
      process.destroyForcibly().waitFor();
      assertThat(drawn.run(classifier, drawn.order(Start.RESUME, false)).films()).isEqualTo(FILMS);
    }
  }
}
