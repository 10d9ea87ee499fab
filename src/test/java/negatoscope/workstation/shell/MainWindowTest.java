package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.library.Home;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.FakeDrag;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.CardFigures;
import negatoscope.workstation.settings.Settings;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
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
class MainWindowTest {
  @TempDir private static Path folder;

  private final FakeClassifier classifier = new FakeClassifier(50, film -> List.of());
  private OpenedWindow window;

  @Start
  void start(Stage stage) {
    window = new OpenedWindow(folder.resolve("home"), List.of(), classifier);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static boolean answered(OpenFilm film) {
    return film.answer() instanceof Answer.Done;
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  private void openAndWait(Path... paths) {
    window.open(paths);
    OpenedWindow.until(
        () -> window.model.studies().films().size() >= paths.length && answered(window.selected()));
  }

  @Test
  void anOpenedFilmGetsItsProbabilities(FxRobot robot) {
    assertThat(robot.lookup("#empty-state").tryQuery()).isPresent();
    openAndWait(TestFilms.write(folder, "one.png", 500, 600, 1));
    assertThat(text(robot, "probability-pneumonia")).isEqualTo("80.0 %");
    assertThat(text(robot, "probability-normal")).isEqualTo("10.0 %");
    assertThat(robot.lookup("#empty-state").tryQuery()).isEmpty();
    assertThat(window.stage.getTitle()).isEqualTo("one.png – Negatoscope");
  }

  @Test
  void aFilmDroppedOnTheWindowIsOpened(FxRobot robot) {
    Path film = TestFilms.write(folder, "dropped.png", 500, 600, 1);
    robot.interact(
        () -> assertThat(FakeDrag.drop(window.stage.getScene(), List.of(film))).isTrue());
    OpenedWindow.until(
        () -> !window.model.studies().films().isEmpty() && answered(window.selected()));
    assertThat(window.selected().file()).isEqualTo(film);
  }

  @Test
  void theOverlayFollowsOpacityAndTheSwitch(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "two.png", 500, 600, 1));
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0));
    WritableImage without = window.film();
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0.5));
    WritableImage half = window.film();
    robot.interact(() -> window.model.heatMap().opacityProperty().set(1));
    WritableImage full = window.film();
    int x = (int) (without.getWidth() / 2);
    int y = (int) (without.getHeight() / 2);
    int grey = red(without, x, y);
    int colour = red(full, x, y);
    assertThat(Math.abs(colour - grey)).isGreaterThan(20);
    assertThat(Math.abs(red(half, x, y) - (grey + colour) / 2)).isLessThanOrEqualTo(3);
    robot.push(KeyCode.H);
    assertThat(window.model.heatMap().visibleProperty().get()).isFalse();
    assertThat(red(window.film(), x, y)).isEqualTo(grey);
    robot.push(KeyCode.H);
    assertThat(red(window.film(), x, y)).isEqualTo(colour);
  }

  @Test
  void theWheelOverTheSliderMovesTheOpacity(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "wheel.png", 500, 600, 1));
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0.5));
    robot.moveTo("#opacity").scroll(1, VerticalDirection.UP);
    OpenedWindow.until(() -> window.model.heatMap().opacityProperty().get() != 0.5);
    double up = window.model.heatMap().opacityProperty().get();
    robot.scroll(1, VerticalDirection.DOWN);
    OpenedWindow.until(() -> window.model.heatMap().opacityProperty().get() == 0.5);
    assertThat(Math.abs(up - 0.5)).isBetween(0.01, 0.2);
  }

  private static int red(WritableImage image, int x, int y) {
    return image.getPixelReader().getArgb(x, y) >> 16 & 0xFF;
  }

  @Test
  void aBrokenFileShowsItsErrorAndTheNextFilmStillOpens(FxRobot robot) {
    Path broken = TestFilms.writeBroken(folder, "broken.dcm");
    Path good = TestFilms.write(folder, "good.png", 500, 600, 2);
    window.open(broken, good);
    OpenedWindow.until(
        () ->
            window.model.studies().films().size() == 2
                && window.selected().content() instanceof Content.Failed);
    assertThat(text(robot, "error-code")).isEqualTo("NOT_A_FILM");
    assertThat(text(robot, "error-sentence")).contains("broken.dcm");
    assertThat(text(robot, "error-advice")).isNotEmpty();
    assertThat(robot.listWindows()).hasSize(1);
    robot.push(KeyCode.PAGE_DOWN);
    OpenedWindow.until(() -> answered(window.selected()));
    assertThat(window.selected().file()).isEqualTo(good);
    assertThat(robot.lookup("#error-state").tryQuery()).isEmpty();
    assertThat(text(robot, "probability-normal")).isEqualTo("80.0 %");
  }

  @Test
  void cancellingLeavesTheFilmWithoutAnAnswerAndItCanBeAskedAgain(FxRobot robot) {
    classifier.hold(true);
    window.open(TestFilms.write(folder, "cancelled.png", 300, 300, 0));
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Running);
    robot.push(KeyCode.ESCAPE);
    assertThat(window.selected().answer()).isInstanceOf(Answer.Cancelled.class);
    assertThat(robot.lookup("#probabilities").tryQuery()).isEmpty();
    classifier.hold(false);
    robot.push(KeyCode.F5);
    OpenedWindow.until(() -> answered(window.selected()));
    assertThat(text(robot, "probability-covid-19")).isEqualTo("80.0 %");
  }

  @Test
  void theStatusBarShowsWhatRunsAndCancelsIt(FxRobot robot) {
    classifier.hold(true);
    window.open(TestFilms.write(folder, "status.png", 300, 300, 0));
    OpenedWindow.until(
        () ->
            window.lanes.running().stream()
                .anyMatch(task -> task.getMessage().equals("Asking the network")));
    assertThat(robot.lookup("#status-bar .label").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .contains("Classifying status.png – Asking the network", "mobilenet-v2-films", "CPU");
    robot.interact(() -> robot.lookup("#all-tasks").<Hyperlink>query().fire());
    OpenedWindow.until(() -> robot.lookup("#task-list").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#cancel-task").queryButton().fire());
    OpenedWindow.until(() -> window.selected().answer() instanceof Answer.Cancelled);
    OpenedWindow.until(() -> window.lanes.running().isEmpty());
  }

  @Test
  void theFilmAloneTakesTheWholeWindowAndGivesItBack(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "alone.png", 300, 300, 0));
    double before = window.film().getWidth();
    robot.push(KeyCode.F10);
    assertThat(window.film().getWidth()).isEqualTo(window.scene().getWidth());
    robot.interact(() -> window.model.viewer().toggleMaximised());
    OpenedWindow.until(
        () -> Math.abs(window.scene().lookup(".viewer").getLayoutBounds().getWidth() - before) < 3);
  }

  @Test
  void theCardsHonestFiguresStandBesideTheAccuracyInThePanelAndInAbout(FxRobot robot) {
    OpenedWindow.until(() -> window.model.assessment().cardProperty().get() != null);
    assertFigures(robot.lookup("#model").query());
    Stage about =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () -> AboutWindow.of(window.stage, window.model.assessment(), java.util.Map.of()));
    robot.interact(about::show);
    assertFigures(about.getScene().lookup("#model"));
    robot.interact(about::close);
  }

  private static void assertFigures(Node model) {
    List<String> texts =
        model.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
    assertThat(CardFigures.of(Cards.card()).rows())
        .hasSize(6)
        .allSatisfy(row -> assertThat(texts).contains(row.label(), row.value()));
    assertThat(texts).containsAll(Cards.card().limits());
  }

  @Test
  void theSidesKeepTheirWidthAndTheFilmTakesTheRest(FxRobot robot) {
    for (int width : new int[] {1400, 1280, 1000}) {
      window.resize(width, 780);
      OpenedWindow.until(() -> Math.abs(widthOf(".studies-pane") - 264) < 4);
      OpenedWindow.until(() -> Math.abs(widthOf(".assessment-pane") - 336) < 4);
    }
  }

  private double widthOf(String selector) {
    return window.scene().lookup(selector).getLayoutBounds().getWidth();
  }

  @Test
  void whatTheWindowRemembersIsThereAtTheNextStart(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "kept.png", 300, 300, 0));
    robot.interact(() -> window.model.heatMap().opacityProperty().set(0.3));
    window.close();
    robot.interact(() -> Workstation.keep(window.model));
    Settings kept =
        new SettingsStore(new Home(folder.resolve("home")).settings()).load().settings();
    assertThat(kept.heatMap().opacity()).isEqualTo(0.3);
    assertThat(kept.recentFiles().get(0)).endsWith("kept.png");
    assertThat(kept.lastFolder()).isEqualTo(folder.toAbsolutePath().toString());
    assertThat(kept.window()).isNotNull();
  }

  @Test
  void resultsArriveAtTheRightFilmWhileFilmsAreSwitched(FxRobot robot) {
    Path[] files = new Path[6];
    for (int i = 0; i < files.length; i++) {
      files[i] = TestFilms.write(folder, "switch" + i + ".png", 200 + 10 * i, 200, i);
    }
    window.open(files);
    OpenedWindow.until(() -> window.model.studies().films().size() == files.length);
    for (int i = 0; i < files.length; i++) {
      OpenedWindow.until(() -> window.selected().film().isPresent());
      robot.push(KeyCode.PAGE_DOWN);
    }
    OpenedWindow.until(
        () -> window.model.studies().films().stream().allMatch(MainWindowTest::answered));
    for (int i = 0; i < files.length; i++) {
      Answer.Done done = (Answer.Done) window.model.studies().films().get(i).answer();
      assertThat(done.classification().topClass()).isEqualTo(FakeClassifier.CLASSES.get(i % 3));
    }
  }

  @Test
  void closingTheLastFilmShowsWhatToDo(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "close.png", 200, 200, 0));
    robot.press(KeyCode.CONTROL).push(KeyCode.W).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.model.studies().films()).isEmpty();
    assertThat(robot.lookup("#empty-state").tryQuery()).isPresent();
    assertThat(text(robot, "empty-open")).contains("Ctrl+O");
  }

  @Test
  void changingTheClassShownChangesThePicture(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "class.png", 500, 600, 1));
    WritableImage before = window.film();
    robot.push(KeyCode.C);
    WritableImage other = window.film();
    assertThat(Snapshots.difference(before, other)).isGreaterThan(1000);
    robot.push(KeyCode.M);
    assertThat(Snapshots.difference(other, window.film())).isGreaterThan(1000);
  }

  @Test
  void theHeatMapPictureIsSaved(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "save.png", 500, 600, 1));
    Path picture = folder.resolve("saved.png");
    robot.interact(() -> window.model.picture().save(picture));
    OpenedWindow.until(() -> window.model.noticeProperty().get().contains("saved.png"));
    assertThat(picture).isNotEmptyFile();
    assertThat(text(robot, "notice-text")).startsWith("Saved as");
    assertThat(window.model.picture().name()).isEqualTo("save-heat-map.png");
  }

  @Test
  void everyThingThatCanBeDoneIsReachedByKeyboard(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "keys.png", 500, 600, 1));
    robot.push(KeyCode.F1);
    OpenedWindow.until(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> window.scene().lookup("#films").requestFocus());
    for (int i = 0; i < 40 && !focused("opacity"); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(focused("opacity")).isTrue();
    double before = window.model.heatMap().opacityProperty().get();
    robot.push(KeyCode.RIGHT);
    assertThat(window.model.heatMap().opacityProperty().get()).isGreaterThan(before);
  }

  @Test
  void whatIsTypedIntoAFieldIsNoKeyOfTheFilm(FxRobot robot) {
    openAndWait(TestFilms.write(folder, "typed.png", 500, 600, 1));
    boolean heatMap = window.model.heatMap().visibleProperty().get();
    robot.clickOn("#film-filter").type(KeyCode.I, KeyCode.H);
    assertThat(window.model.viewer().renderingProperty().get().isInverted()).isFalse();
    assertThat(window.model.heatMap().visibleProperty().get()).isEqualTo(heatMap);
    robot.clickOn(".viewer").type(KeyCode.I);
    assertThat(window.model.viewer().renderingProperty().get().isInverted()).isTrue();
  }

  private boolean focused(String id) {
    return window.scene().getFocusOwner() != null
        && id.equals(window.scene().getFocusOwner().getId());
  }
}
