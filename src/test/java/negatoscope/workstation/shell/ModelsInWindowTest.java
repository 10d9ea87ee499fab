package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.workstation.fakes.Cards;
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

/** Several models in the whole window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ModelsInWindowTest {
  private static final List<String> NAMES = List.of(Library.BUNDLED, "second", "slow", "damaged");

  private static final Map<String, CardOperatingPoint> THRESHOLDS =
      Map.of(
          "covid-19", new CardOperatingPoint(0.05, 0.95, 0.5),
          "pneumonia", new CardOperatingPoint(0.6, 0.9, 0.8));

  @TempDir private Path folder;

  private final Map<String, FakeClassifier> opened = new ConcurrentHashMap<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private OpenedWindow window;
  private Path film;

  @Start
  void start(Stage stage) throws Exception {
    Home home = new Home(folder.resolve("home"));
    Library library = new Library(home);
    for (String name : NAMES.subList(1, NAMES.size())) {
      SampleCards.write(library.folder(name), SampleCards.full(name), SampleCards.graph(name));
    }
    Files.writeString(home.library(), "{\"schema\": 1, \"default\": \"gone\"}");
    film = TestFilms.write(folder, "film.png", 500, 600, 0);
    window = new OpenedWindow(home.root(), List.of(), this::open);
    window.open(film);
  }

  /** Each model lies one class behind the one before. */
  private Classifier open(String name) {
    if (name.equals("damaged")) {
      throw new Failure(ErrorCode.BAD_MODEL, "The model is damaged.", "Import it again.");
    }
    if (name.equals("slow")) {
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    ModelCard card = Cards.named(name);
    ModelCard asked = name.equals("second") ? card.withOperatingPoints(THRESHOLDS) : card;
    return opened.computeIfAbsent(name, n -> FakeClassifier.of(asked, NAMES.indexOf(n)));
  }

  @AfterEach
  void close() {
    goOn.countDown();
    window.close();
  }

  private FakeClassifier asked(String name) {
    return Objects.requireNonNull(opened.get(name));
  }

  private void untilSaidBy(String model, String topClass) {
    OpenedWindow.until(
        () ->
            window.model.studies().selected().isPresent()
                && window.selected().answer() instanceof Answer.Done done
                && done.classification().modelName().equals(model)
                && done.classification().topClass().equals(topClass));
  }

  private void choose(FxRobot robot, String name) {
    robot.clickOn("#model-in-use");
    robot.clickOn(
        robot
            .lookup(".combo-box-popup .list-cell")
            .match((Labeled cell) -> name.equals(cell.getText()))
            .<Node>query());
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Labeled.class).getText();
  }

  @Test
  void anotherModelIsAskedAboutTheOpenFilmAndTheFormerIsRemembered(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    assertThat(robot.lookup("#counts-as").queryAll()).as("no thresholds").isEmpty();
    choose(robot, "second");
    untilSaidBy("second", "pneumonia");
    assertThat(text(robot, "probability-pneumonia")).isEqualTo("80.0 %");
    assertThat(text(robot, "counts-as"))
        .isEqualTo("Counts as covid-19 and pneumonia by the model's thresholds.");
    assertThat(robot.lookup(".threshold-mark").queryAll()).hasSize(2);
    assertThat(text(robot, "status-model")).isEqualTo("second");
    choose(robot, Library.BUNDLED);
    untilSaidBy(Library.BUNDLED, "covid-19");
    assertThat(opened.values()).allMatch(classifier -> classifier.asked() == 1);
  }

  @Test
  void aModelThatCannotBeOpenedSaysWhyAndTheFormerAnswerStays(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    choose(robot, "damaged");
    OpenedWindow.until(() -> robot.lookup("#model-refusal").query().isVisible());
    assertThat(text(robot, "model-refusal"))
        .isEqualTo("The model is damaged. Import it again. " + Library.BUNDLED + " stays in use.");
    untilSaidBy(Library.BUNDLED, "covid-19");
  }

  @Test
  void anOpeningIsCancelledBesideTheModelAndFromTheStatusBar(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    choose(robot, "slow");
    robot.clickOn("#cancel-opening");
    assertThat(robot.lookup("#cancel-opening").query().getParent().isVisible()).isFalse();
    choose(robot, "slow");
    OpenedWindow.until(
        () -> window.lanes.running().stream().anyMatch(t -> t.getTitle().contains("slow")));
    robot.interact(() -> window.lanes.running().forEach(task -> task.cancel()));
    goOn.countDown();
    OpenedWindow.until(() -> window.lanes.running().isEmpty());
    assertThat(window.model.models().inUse().name()).contains(Library.BUNDLED);
    assertThat(window.model.models().inUse().openingProperty().get()).isNull();
  }

  private Menu modelsMenu(FxRobot robot) {
    return robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
        .filter(menu -> "menu-of-models".equals(menu.getId()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> marked(FxRobot robot) {
    return modelsMenu(robot).getItems().stream()
        .filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
        .map(MenuItem::getText)
        .toList();
  }

  @Test
  void theModelsMenuMarksTheModelInUseAndChangesIt(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    OpenedWindow.until(() -> window.model.models().rows().size() == NAMES.size());
    assertThat(marked(robot)).containsExactly(Library.BUNDLED);
    robot.clickOn("#menu-of-models").clickOn("#menu-use-second");
    untilSaidBy("second", "pneumonia");
    assertThat(marked(robot)).containsExactly("second");
    robot.clickOn("#menu-of-models").clickOn("#menu-use-damaged");
    OpenedWindow.until(() -> robot.lookup("#model-refusal").query().isVisible());
    assertThat(marked(robot)).containsExactly("second");
  }

  @Test
  void aDefaultModelThatIsGoneIsSaidAtTheStart(FxRobot robot) {
    OpenedWindow.until(() -> robot.lookup("#notice").query().isVisible());
    assertThat(text(robot, "notice-text"))
        .startsWith("The default model gone cannot be used; " + Library.BUNDLED);
    robot.press(KeyCode.CONTROL).push(KeyCode.M).release(KeyCode.CONTROL);
    OpenedWindow.until(() -> robot.lookup("#default-trouble").tryQuery().isPresent());
    robot.clickOn("#default-model");
    OpenedWindow.until(() -> !robot.lookup("#notice").query().isVisible());
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void theModelsWindowIsWorkedByKeysAsSoonAsItOpens(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    robot.press(KeyCode.CONTROL).push(KeyCode.M).release(KeyCode.CONTROL);
    OpenedWindow.until(
        () ->
            window.model.models().rows().size() == NAMES.size()
                && robot.lookup("#model-list").query().isFocused());
    goOn.countDown();
    robot.push(KeyCode.END).push(KeyCode.ENTER);
    untilSaidBy("slow", "normal");
    robot.push(KeyCode.ESCAPE);
    OpenedWindow.until(() -> robot.listWindows().size() == 1);
  }

  @Test
  void twoModelsAreComparedAboutTheOpenFilm(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .push(KeyCode.M)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    OpenedWindow.until(() -> robot.lookup("#compare-second").tryQuery().isPresent());
    robot.clickOn("#compare-second");
    OpenedWindow.until(() -> robot.lookup("#agreement").query().isVisible());
    assertThat(text(robot, "agreement"))
        .isEqualTo(
            "They disagree: %s says covid-19, second says pneumonia.".formatted(Library.BUNDLED));
    robot.push(KeyCode.ESCAPE);
    OpenedWindow.until(() -> asked("second").isClosed());
    assertThat(asked(Library.BUNDLED).isClosed()).isFalse();
  }

  @Test
  void anEmptyMapIsSaidInsteadOfSaved(FxRobot robot) {
    untilSaidBy(Library.BUNDLED, "covid-19");
    asked(Library.BUNDLED).emptyMaps(true);
    robot.push(KeyCode.F5);
    OpenedWindow.until(
        () ->
            window.selected().answer() instanceof Answer.Done done
                && done.classification().heatMaps().stream().allMatch(map -> map.empty()));
    robot.press(KeyCode.CONTROL).push(KeyCode.S).release(KeyCode.CONTROL);
    OpenedWindow.until(() -> robot.lookup("#notice").query().isVisible());
    Classification said = ((Answer.Done) window.selected().answer()).classification();
    assertThat(text(robot, "notice-text"))
        .contains("Grad-CAM of %s is empty".formatted(said.topClass()))
        .endsWith("There is no heat map to save.");
  }
}
