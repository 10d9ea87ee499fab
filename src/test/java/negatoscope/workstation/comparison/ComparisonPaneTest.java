package negatoscope.workstation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.SampleCards;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ExplanationChecks;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.assessment.Questions;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.ModelRow;
import negatoscope.workstation.models.ModelsViewModel;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.StudiesViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ComparisonPaneTest {
  private static final List<String> NAMES = List.of(Library.BUNDLED, "second", "third", "fourth");

  @TempDir private Path folder;

  private final Map<Path, List<Film>> films = new HashMap<>();
  private final InlineRunner inline = new InlineRunner(Progress.NONE);
  private final HeldRunner engine = new HeldRunner();
  private boolean damaged;
  private Library library;
  private StudiesViewModel studies;
  private ModelsViewModel models;
  private ComparisonViewModel comparison;
  private ComparisonPane pane;

  @Start
  void start(Stage stage) {
    library = new Library(new Home(folder));
    NAMES.stream()
        .skip(1)
        .forEach(
            name ->
                SampleCards.write(
                    library.folder(name), SampleCards.full(name), SampleCards.graph(name)));
    studies = new StudiesViewModel(TestFilms.reader(films), inline, Runnable::run, 1 << 30);
    OpenModels open = new OpenModels(this::open, inline);
    Questions questions = new Questions(engine);
    AssessmentViewModel assessment =
        new AssessmentViewModel(
            studies.selectedProperty(),
            studies.films(),
            new ModelInUse(() -> library.bundled().card(), open, inline),
            questions);
    HeatMapViewModel heatMap = new HeatMapViewModel(assessment.answerProperty());
    models = new ModelsViewModel(library, assessment.model(), inline, Runnable::run);
    comparison =
        new ComparisonViewModel(
            assessment,
            open,
            questions,
            heatMap,
            new ExplanationChecks(engine, Runnable::run),
            inline);
    comparison.seenProperty().set(true);
    pane = new ComparisonPane(comparison, heatMap, models);
    stage.setScene(new Scene(pane, 1000, 760));
    stage.show();
  }

  /** Each model lies one class behind the one before. */
  private Classifier open(String name) {
    if (damaged) {
      throw new Failure(ErrorCode.BAD_MODEL, "It is damaged.", "Import it again.");
    }
    return FakeClassifier.of(library.find(name).card(), NAMES.indexOf(name));
  }

  private void openFilm(FxRobot robot, int first) {
    Path file = Path.of("film" + first + ".png");
    films.put(file, List.of(TestFilms.film(file, 300, 200, first)));
    robot.interact(() -> studies.open(List.of(file)));
    robot.interact(engine::doAll);
  }

  private Node column(String name) {
    return pane.lookup("#column-" + name);
  }

  private Set<String> texts(String name) {
    return column(name).lookupAll(".label").stream()
        .filter(Node::isVisible)
        .map(label -> ((Labeled) label).getText())
        .collect(Collectors.toSet());
  }

  private void choose(FxRobot robot, String name) {
    robot.clickOn("#compare-" + name);
    robot.interact(engine::doAll);
  }

  private String verdict() {
    return ((Labeled) pane.lookup("#agreement")).getText();
  }

  private boolean isOn(String name) {
    return ((ToggleButton) pane.lookup("#compare-" + name)).isSelected();
  }

  @Test
  void twoModelsStandSideBySideWithWhatTheySayAndWhereTheyLooked(FxRobot robot) {
    assertThat(texts(Library.BUNDLED)).contains("in use", "Open a film to ask this model.");
    openFilm(robot, 0);
    assertThat(verdict()).isEmpty();
    choose(robot, "second");
    assertThat(texts(Library.BUNDLED)).contains("80.0 %", "10.0 %", "Grad-CAM of covid-19");
    assertThat(texts("second")).contains("80.0 %", "10.0 %", "Grad-CAM of pneumonia");
    assertThat(verdict())
        .isEqualTo(
            "They disagree: %s says covid-19, second says pneumonia.".formatted(Library.BUNDLED));
    assertThat(pane.lookup("#agreement").getStyleClass()).contains("disagree");
    assertThat(hottest(Library.BUNDLED))
        .isCloseTo(2 / 7.0, org.assertj.core.api.Assertions.within(0.03));
    assertThat(hottest("second")).isCloseTo(4 / 7.0, org.assertj.core.api.Assertions.within(0.03));
  }

  /** Where the brightest column of the heat map over the film lies, 0 at the left and 1 right. */
  private double hottest(String name) {
    ImageView heat =
        (ImageView)
            ((javafx.scene.Parent) column(name).lookup(".comparison-picture"))
                .getChildrenUnmodifiable()
                .get(1);
    Image image = heat.getImage();
    int row = (int) (image.getHeight() * 0.55);
    double sum = 0;
    double weight = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int red = image.getPixelReader().getArgb(x, row) >> 16 & 0xFF;
      double hot = Math.pow(red / 255.0, 8);
      sum += hot * (x + 0.5);
      weight += hot;
    }
    return sum / weight / image.getWidth();
  }

  @Test
  void modelsAreChosenByKeyboardAndTheKeyboardStaysThere(FxRobot robot) {
    openFilm(robot, 0);
    robot.interact(() -> pane.lookup("#compare-second").requestFocus());
    robot.push(KeyCode.SPACE);
    robot.interact(engine::doAll);
    assertThat(column("second")).isNotNull();
    assertThat(pane.getScene().getFocusOwner().getId()).isEqualTo("compare-second");
    robot.push(KeyCode.SPACE);
    robot.interact(engine::doAll);
    assertThat(column("second")).isNull();
    assertThat(isOn("second")).isFalse();
  }

  @Test
  void thereIsRoomForThreeAndTheOneInUseStays(FxRobot robot) {
    openFilm(robot, 0);
    choose(robot, "second");
    choose(robot, "third");
    assertThat(pane.lookup("#compare-fourth").isDisabled()).isTrue();
    assertThat(pane.lookup("#compare-" + Library.BUNDLED).isDisabled()).isTrue();
    assertThat(verdict()).startsWith("They disagree: ").contains("third says normal");
    choose(robot, "second");
    assertThat(pane.lookup("#compare-fourth").isDisabled()).isFalse();
  }

  @Test
  void usingAColumnMovesTheMarkAndAsksNobodyAgain(FxRobot robot) {
    openFilm(robot, 0);
    choose(robot, "second");
    robot.clickOn("#use-second");
    assertThat(texts("second")).contains("in use");
    assertThat(texts(Library.BUNDLED)).doesNotContain("in use");
    assertThat(engine.titles()).isEmpty();
    openFilm(robot, 1);
    assertThat(texts("second")).contains("Grad-CAM of normal");
  }

  @Test
  void aModelThatCannotBeOpenedSaysWhyInItsColumn(FxRobot robot) {
    openFilm(robot, 0);
    damaged = true;
    choose(robot, "second");
    assertThat(texts("second")).contains("BAD_MODEL", "It is damaged. Import it again.");
    damaged = false;
    robot.clickOn(
        column("second").lookupAll(".button").stream()
            .filter(node -> ((Button) node).getText().equals("Try again"))
            .findFirst()
            .orElseThrow());
    robot.interact(engine::doAll);
    assertThat(texts("second")).contains("80.0 %");
  }

  @Test
  void aHeatMapIsCheckedInItsColumnAndTheFiguresStayWithModelAndFilm(FxRobot robot) {
    openFilm(robot, 0);
    choose(robot, "second");
    robot.clickOn(column("second").lookup("#check-heat-map"));
    assertThat(column("second").lookup("#cancel-check")).isNotNull();
    robot.interact(engine::doAll);
    assertThat(texts("second")).contains("Deletion (low is good)", "0.25", "random 0.50");
    assertThat(texts(Library.BUNDLED)).doesNotContain("Deletion (low is good)");
    openFilm(robot, 1);
    assertThat(texts("second")).doesNotContain("0.25");
    robot.interact(studies::selectPrevious);
    assertThat(texts("second")).contains("0.25");
  }

  @Test
  void aModelThatIsRemovedFromTheLibraryGoesFromTheComparison(FxRobot robot) {
    openFilm(robot, 0);
    choose(robot, "second");
    ModelRow second =
        models.rows().stream().filter(row -> row.name().equals("second")).findFirst().orElseThrow();
    robot.interact(
        () -> {
          models.selectedProperty().set(second);
          models.remove();
          comparison.keep(library.list().cards());
        });
    assertThat(column("second")).isNull();
    assertThat(pane.lookup("#compare-second")).isNull();
    assertThat(verdict()).isEmpty();
  }
}
