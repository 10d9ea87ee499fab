package negatoscope.workstation.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import negatoscope.film.Film;
import negatoscope.intake.FilmHeading;
import negatoscope.intake.Found;
import negatoscope.intake.FoundFilm;
import negatoscope.intake.PassedOver;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;
import negatoscope.workstation.fakes.TestFilms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list under real keys and mouse. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StudiesPaneTest {
  private static final Path FOLDER = Path.of("films");

  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicInteger shown = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private Consumer<Consumer<Found>> scan = to -> {};
  private StudiesViewModel studies;
  private ListView<Row> list;

  @Start
  @SuppressWarnings("unchecked")
  void start(Stage stage) {
    studies =
        new StudiesViewModel(
            new FilmReader() {
              @Override
              public void scan(
                  List<Path> paths, Consumer<Found> to, Cancellation stop, Progress progress) {
                scan.accept(to);
              }

              @Override
              public Film open(Path file, int frame) {
                opened.incrementAndGet();
                return TestFilms.frames(file, 64, 64, 64).get(0);
              }
            },
            new ThreadRunner(),
            Platform::runLater,
            1 << 30);
    StudiesPane pane = new StudiesPane(studies, shown::incrementAndGet);
    Scene scene = new Scene(pane, 264, 700);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.H), commands::incrementAndGet);
    stage.setScene(scene);
    stage.show();
    list = (ListView<Row>) scene.lookup("#films");
  }

  /** A thread for each piece of work; told of its end on the JavaFX thread. */
  private static final class ThreadRunner implements TaskRunner {
    @Override
    public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
      Cancellation cancellation = new Cancellation();
      Thread thread =
          new Thread(
              () -> {
                Outcome<T> outcome = Outcome.of(work, Progress.NONE, cancellation);
                Platform.runLater(() -> then.accept(outcome));
              });
      thread.setDaemon(true);
      thread.start();
      return cancellation;
    }
  }

  private static FoundFilm film(int patient, int study, int number) {
    String uid = "2.25." + patient + "." + study + ".";
    return new FoundFilm(
        FOLDER.resolve("%d-%d-%d.dcm".formatted(patient, study, number)),
        new FilmHeading(
            "DICOM",
            "PHANTOM^%04d".formatted(patient),
            "P" + patient,
            uid + "1",
            "2026020" + study,
            "",
            "Chest",
            uid + "2",
            1,
            "",
            "DX",
            uid + number,
            number,
            "PA",
            number == 1 ? 3 : 1,
            10,
            10));
  }

  private void open(Found... found) {
    scan = to -> List.of(found).forEach(to);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> studies.open(List.of(FOLDER)));
    until(() -> studies.scansProperty().get() == 0 && !studies.films().isEmpty());
  }

  private static void until(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, so::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("it never happened", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String selected() {
    return studies.selected().orElseThrow().file().getFileName().toString();
  }

  private Row row() {
    return list.getSelectionModel().getSelectedItem();
  }

  @Test
  void keysGoFromFilmToFilmAndOpenAndCloseHeadings(FxRobot robot) {
    open(film(1, 1, 1), film(1, 2, 1), film(1, 2, 2), film(2, 1, 1));
    robot.interact(list::requestFocus);
    assertThat(selected()).isEqualTo("1-1-1.dcm");
    robot.push(KeyCode.UP);
    assertThat(selected()).isEqualTo("1-2-2.dcm");
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(selected()).isEqualTo("2-1-1.dcm");
    robot.push(KeyCode.HOME);
    assertThat(selected()).isEqualTo("1-2-1.dcm");
    robot.push(KeyCode.LEFT);
    assertThat(row())
        .isInstanceOfSatisfying(
            Row.Heading.class, heading -> assertThat(heading.title()).isEqualTo("2026-02-02"));
    robot.push(KeyCode.LEFT);
    assertThat(studies.rows()).hasSize(7);
    robot.push(KeyCode.DOWN);
    assertThat(selected()).isEqualTo("1-1-1.dcm");
    robot.push(KeyCode.UP).push(KeyCode.SPACE);
    assertThat(studies.rows()).hasSize(9);
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(studies.rows()).hasSize(4);
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.DOWN);
    assertThat(studies.rows()).hasSize(7);
    assertThat(row()).isInstanceOf(Row.OfFilm.class);
  }

  @Test
  void wordsInTheFilterAreNoCommands(FxRobot robot) {
    open(film(1, 1, 1), film(2, 1, 1), film(3, 1, 1));
    robot.interact(list::requestFocus);
    robot.push(KeyCode.H);
    assertThat(commands).hasValue(1);
    robot.clickOn("#film-filter").write("phantom 0002");
    assertThat(robot.lookup("#film-filter").queryAs(TextField.class).getText())
        .isEqualTo("phantom 0002");
    assertThat(commands).hasValue(1);
    assertThat(studies.rows()).hasSize(3);
    assertThat(robot.lookup("#films-title").queryAs(Label.class).getText())
        .isEqualTo("Films (1 of 3)");
    robot.push(KeyCode.DOWN).push(KeyCode.HOME);
    assertThat(selected()).isEqualTo("2-1-1.dcm");
    robot.clickOn("#film-filter").push(KeyCode.ESCAPE);
    assertThat(studies.rows()).hasSize(9);
    assertThat(list.isFocused()).isTrue();
  }

  @Test
  void framesAreCountedAndFilesThatAreNoFilmsAreTold(FxRobot robot) {
    open(
        film(1, 1, 1),
        new PassedOver(FOLDER.resolve("a.txt"), PassedOver.Reason.NOT_A_FILM, "a.txt is text."));
    assertThat(robot.lookup(".film-line").<Label>queryAll())
        .extracting(Label::getText)
        .contains("3 frames");
    Hyperlink link = robot.lookup("#passed-over").queryAs(Hyperlink.class);
    assertThat(link.getText()).isEqualTo("1 file is no film");
    robot.clickOn("#passed-over");
    assertThat(shown).hasValue(1);
  }

  @Test
  void aClickOnAHeadingClosesIt(FxRobot robot) {
    open(film(1, 1, 1), film(1, 1, 2));
    robot.clickOn(".patient-row");
    assertThat(studies.rows()).hasSize(1);
    robot.clickOn(".patient-row");
    assertThat(studies.rows()).hasSize(4);
  }

  @Test
  void fiveThousandFilmsKeepTheWindowFluidAndOnlyThoseThatAreSeenAreRead(
      FxRobot robot, TestReporter reporter) {
    open(film(9999, 1, 1)); // brings in classes and fonts
    WorkBetweenFrames work = new WorkBetweenFrames();
    robot.interact(work::start);
    scan =
        to -> {
          for (int i = 0; i < 5000; i++) {
            to.accept(film((i * 37) % 500, i % 5, i));
            if (i % 50 == 0) {
              pause();
            }
          }
        };
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> studies.open(List.of(FOLDER)));
    until(() -> studies.scansProperty().get() == 0);
    assertThat(studies.films()).hasSize(5001);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.END).push(KeyCode.HOME);
    for (int i = 0; i < 20; i++) {
      robot.push(KeyCode.DOWN);
    }
    robot.interact(work::stop);
    reporter.publishEntry(
        "list", "most work between two frames %d ms".formatted(work.worstMilliseconds()));
    assertThat(opened.get()).isLessThan(200);
    assertThat(work.worstMilliseconds()).isLessThan(250);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** In time of the processor, for other work on the machine is not this list's fault. */
  private static final class WorkBetweenFrames extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before = -1;
    private volatile long worst;

    @Override
    public void handle(long now) {
      long spent = threads.getCurrentThreadCpuTime();
      if (before >= 0) {
        worst = Math.max(worst, spent - before);
      }
      before = spent;
    }

    long worstMilliseconds() {
      return worst / 1_000_000;
    }
  }
}
