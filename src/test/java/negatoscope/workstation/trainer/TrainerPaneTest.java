package negatoscope.workstation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.training.scan.Finding;
import negatoscope.workstation.fakes.BackgroundRunner;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.models.FileChoices;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.desk.Wish;
import negatoscope.workstation.trainer.films.FilmSource;
import negatoscope.workstation.trainer.films.SourceChoices;
import negatoscope.workstation.trainer.network.RecipeField;
import negatoscope.workstation.trainer.run.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The wizard by keys alone, on small drawn films and with a desk that trains nothing. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TrainerPaneTest {
  private static final List<String> STEPS =
      List.of(
          "Films",
          "What was found",
          "Classes and parts",
          "Network",
          "Settings",
          "Training",
          "Results",
          "Name and use");

  @TempDir private Path folder;

  private final BackgroundRunner runner = new BackgroundRunner();
  private final BackgroundRunner training = new BackgroundRunner();
  private final FakeDesk desk = new FakeDesk();
  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private final List<String> judgedOpened = new CopyOnWriteArrayList<>();
  private final List<String> saved = new CopyOnWriteArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private Home home;
  private Path films;
  private TrainerViewModel trainer;
  private Stage stage;

  @Start
  void start(Stage shown) {
    home = new Home(folder.resolve("home"));
    films = DrawnFilms.folder(folder, 12);
    stage = shown;
    open();
    shown.setX(0);
    shown.setY(0);
    shown.show();
  }

  /** A new wizard in the same window, as after a new start of the program. */
  private void open() {
    Intake intake = Intake.withBuiltInToolkit();
    trainer =
        new TrainerViewModel(
            new TrainerTools(
                new FilmSource(intake::films, intake::openFirst, home.cache()),
                new WeightStore(home),
                new Library(home),
                new RunFolders(home.trainings()),
                desk,
                new TrainerTools.Runners(runner, runner, runner, training, Platform::runLater)),
            (model, some) -> some.stream().map(Judged::name).forEach(judgedOpened::add),
            (name, use) -> saved.add(name + (use ? " in use" : "")));
    TrainerPane pane =
        new TrainerPane(
            trainer,
            new TrainerPane.Surroundings(
                new NoSource(), new NoFiles(), opened::addAll, () -> closed.add("closed")));
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    // The headless screen is upset by windows that grow, so it begins large.
    Scene scene = new Scene(pane, 1500, 940);
    scene
        .getStylesheets()
        .add(
            TrainerPaneTest.class
                .getResource("/negatoscope/workstation/workstation.css")
                .toExternalForm());
    stage.setScene(scene);
    trainer.kept().refresh();
    Platform.runLater(pane::focusStep);
  }

  private record NoSource() implements SourceChoices {
    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> table() {
      return Optional.empty();
    }
  }

  private record NoFiles() implements FileChoices {
    @Override
    public List<Path> modelZips() {
      return List.of();
    }

    @Override
    public Optional<Path> modelFolder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> exportOf(String model) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> weights() {
      return Optional.empty();
    }
  }

  @AfterEach
  void stop() {
    desk.held = false;
    runner.close();
    training.close();
  }

  private void until(java.util.function.BooleanSupplier so) {
    try {
      BackgroundRunner.until(so);
    } catch (AssertionError e) {
      throw new AssertionError(
          "at %s, because \"%s\", run %s, the keyboard in %s"
              .formatted(
                  title(),
                  why(),
                  trainer.run().stateProperty().get(),
                  stage.getScene().getFocusOwner()),
          e);
    }
  }

  private String why() {
    return ((Labeled) stage.getScene().lookup("#why-not")).getText();
  }

  private String title() {
    return ((Labeled) stage.getScene().lookup("#train-title")).getText();
  }

  private String text(String id) {
    return ((Labeled) stage.getScene().lookup("#" + id)).getText();
  }

  private Set<String> texts(String selector) {
    return stage.getScene().getRoot().lookupAll(selector).stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .collect(Collectors.toSet());
  }

  private void type(FxRobot robot, String text) {
    until(() -> stage.getScene().getFocusOwner() instanceof TextField);
    robot.interact(() -> ((TextField) stage.getScene().getFocusOwner()).replaceSelection(text));
  }

  /** Waits until one can go on, and goes on by the key alone. */
  private void enter(FxRobot robot) {
    until(() -> trainer.reasonProperty().get().isEmpty());
    int step = trainer.currentProperty().get();
    robot.push(KeyCode.ENTER);
    until(() -> trainer.currentProperty().get() != step || !saved.isEmpty());
  }

  private void to(FxRobot robot, String step) {
    if (trainer.source().textProperty().get().isEmpty()) {
      type(robot, films.toString());
    }
    while (!title().equals(step)) {
      enter(robot);
    }
  }

  private void keep(String step, int width, int height) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
    Snapshots.keep(stage.getScene(), "train-" + step + "-" + width);
  }

  private void set(RecipeField field, String text) {
    trainer.settings().field(field).set(text);
  }

  private static String essence(Wish wish) {
    return List.of(
            wish.films().set().dataSet().classes(),
            wish.films().set().dataSet().films(),
            Arrays.toString(wish.films().split().train()),
            wish.start(),
            wish.recipe())
        .toString();
  }

  @Test
  void aFirstTimerGetsThroughWithNextAlone(FxRobot robot) {
    List<String> seen = new ArrayList<>();
    type(robot, films.toString());
    for (int i = 0; i < STEPS.size(); i++) {
      until(() -> trainer.reasonProperty().get().isEmpty());
      seen.add(title());
      if (i > 0) {
        keep(String.valueOf(i + 1), 1080, 720);
      } else {
        keep("1", 1500, 940);
      }
      enter(robot);
    }
    assertThat(seen).isEqualTo(STEPS);
    assertThat(saved).containsExactly("my-films-mobilenet-v2 in use");
    assertThat(home.models().resolve("my-films-mobilenet-v2").resolve("card.json")).exists();
    assertThat(desk.wishes).hasSize(1);
    assertThat(desk.measured).hasPositiveValue();
  }

  @Test
  void everyStepSaysWhyOneCannotGoOn(FxRobot robot) {
    assertThat(why()).contains("Choose a folder");
    type(robot, folder.resolve("nowhere").toString());
    until(() -> why().contains("is not there"));
    robot.push(KeyCode.ENTER);
    assertThat(title()).isEqualTo("Films");
    robot.interact(() -> trainer.source().textProperty().set(folder.toString()));
    enter(robot);
    until(() -> why().contains("class"));
    assertThat(title()).isEqualTo("What was found");
    robot.interact(trainer::back);
    robot.interact(() -> trainer.source().textProperty().set(films.toString()));
    to(robot, "Classes and parts");
    robot.interact(
        () -> trainer.classes().rows().forEach(row -> row.nameProperty().set("the same")));
    until(() -> why().contains("two classes at least"));
    robot.interact(() -> trainer.classes().rows().get(0).nameProperty().set("The Same"));
    until(() -> why().contains("differ only by case"));
    robot.interact(() -> trainer.classes().rows().get(0).nameProperty().set("covid-19"));
    robot.interact(() -> trainer.classes().patternProperty().set("p(["));
    until(() -> why().contains("no regular expression"));
    robot.interact(() -> trainer.classes().patternProperty().set("p(\\d+)_"));
    until(() -> why().isEmpty());
    assertThat(texts("#parts .label")).contains("covid-19", "the same");
    enter(robot);
    until(() -> trainer.network().weights().selectedProperty().get() != null);
    robot.interact(() -> trainer.network().drawnProperty().set(false));
    until(() -> why().contains("import them"));
    robot.interact(() -> trainer.network().drawnProperty().set(true));
    enter(robot);
    robot.interact(() -> set(RecipeField.HEAD_EPOCHS, "0"));
    robot.interact(() -> set(RecipeField.EPOCHS, "0"));
    assertThat(why()).contains("Nothing would be learned");
    robot.interact(() -> set(RecipeField.EPOCHS, "2"));
    robot.interact(() -> set(RecipeField.SIDE, "wide"));
    assertThat(why()).contains("Side of the input: \"wide\" is no number");
    robot.interact(() -> set(RecipeField.SIDE, "16"));
    assertThat(why()).contains("Side must be from 32");
    robot.interact(() -> set(RecipeField.SIDE, "64"));
    robot.interact(() -> set(RecipeField.FINE_TUNE_FROM, "no-such-layer"));
    assertThat(why()).contains("no-such-layer");
    robot.interact(() -> set(RecipeField.FINE_TUNE_FROM, "all"));
    desk.held = true;
    enter(robot);
    until(() -> why().contains("still learning"));
    desk.held = false;
    to(robot, "Name and use");
    robot.interact(() -> trainer.name().nameProperty().set("no/name"));
    assertThat(why()).contains("A name has letters");
    robot.interact(() -> trainer.name().nameProperty().set(Library.BUNDLED));
    until(() -> why().contains("already a model"));
    robot.push(KeyCode.ENTER);
    assertThat(saved).isEmpty();
  }

  @Test
  void goingBackLosesNothing(FxRobot robot) {
    to(robot, "Classes and parts");
    until(() -> why().isEmpty());
    robot.interact(
        () -> {
          trainer.classes().rows().get(1).nameProperty().set("healthy");
          trainer.classes().seedProperty().set(7);
          trainer.classes().patternProperty().set("p(\\d+)_");
        });
    to(robot, "Settings");
    robot.interact(
        () -> {
          set(RecipeField.SIDE, "96");
          set(RecipeField.EPOCHS, "3");
        });
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.ALT, KeyCode.B);
    }
    assertThat(title()).isEqualTo("Films");
    assertThat(trainer.source().textProperty().get()).isEqualTo(films.toString());
    to(robot, "Settings");
    assertThat(trainer.classes().names()).containsEntry("normal", "healthy");
    assertThat(trainer.classes().seedProperty().get()).isEqualTo(7);
    assertThat(trainer.classes().patternProperty().get()).isEqualTo("p(\\d+)_");
    assertThat(trainer.settings().field(RecipeField.SIDE).get()).isEqualTo("96");
    assertThat(trainer.settings().field(RecipeField.EPOCHS).get()).isEqualTo("3");
    to(robot, "Results");
    assertThat(desk.wishes.get(0).recipe().side()).isEqualTo(96);
    assertThat(desk.wishes.get(0).films().set().dataSet().classes())
        .containsExactly("covid-19", "healthy", "pneumonia");
    for (int i = 0; i < 2; i++) {
      robot.push(KeyCode.ALT, KeyCode.B);
    }
    to(robot, "Results");
    assertThat(desk.wishes).as("nothing was changed, so nothing is trained anew").hasSize(1);
  }

  @Test
  void problemsAreOpenedAndLeftOutByKeys(FxRobot robot) throws IOException {
    Path normal = films.resolve("normal");
    Files.copy(normal.resolve("p00_0.png"), films.resolve("pneumonia").resolve("copy.png"));
    Files.writeString(normal.resolve("broken.dcm"), "no film");
    byte[] png = Files.readAllBytes(normal.resolve("p00_1.png"));
    Files.write(normal.resolve("cut.png"), Arrays.copyOf(png, 60));
    to(robot, "What was found");
    until(() -> why().isEmpty());
    ListView<Finding> findings = robot.lookup("#findings").queryListView();
    Finding copies =
        findings.getItems().stream()
            .filter(finding -> finding.kind() == Finding.Kind.DUPLICATE_ACROSS_CLASSES)
            .findFirst()
            .orElseThrow();
    assertThat(copies.films()).hasSize(2);
    robot.interact(
        () -> {
          findings.requestFocus();
          findings.getSelectionModel().select(copies);
        });
    WaitForAsyncUtils.waitForFxEvents();
    keep("problem", 1080, 720);
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(opened).hasSize(1);
    robot.push(KeyCode.SPACE);
    assertThat(trainer.found().excluded()).hasSize(1);
    robot.push(KeyCode.ALT, KeyCode.O);
    assertThat(trainer.found().excluded())
        .containsExactlyInAnyOrder("normal/p00_0.png", "pneumonia/copy.png");
    robot.push(KeyCode.ALT, KeyCode.N);
    until(() -> title().equals("Classes and parts") && why().isEmpty());
    assertThat(trainer.classes().chosenProperty().get().set().films())
        .extracting(film -> film.film().name())
        .hasSize(35)
        .doesNotContain("normal/p00_0.png", "pneumonia/copy.png", "normal/cut.png");
  }

  @Test
  void aTrainingIsPausedStoppedCancelledAndGoneOnWith(FxRobot robot) {
    desk.held = true;
    to(robot, "Training");
    until(() -> trainer.run().live().epochs().size() == FakeDesk.EPOCHS / 2);
    assertThat(text("live-epoch")).isEqualTo("76 of 150, whole network");
    assertThat(text("live-speed")).isEqualTo("37.5 films/s");
    assertThat(text("live-memory")).isEqualTo("812 MB");
    keep("running", 1080, 720);
    robot.push(KeyCode.ALT, KeyCode.P);
    until(() -> trainer.run().stateProperty().get() == RunState.PAUSED);
    assertThat(why()).contains("paused");
    robot.push(KeyCode.ALT, KeyCode.B);
    assertThat(title()).isEqualTo("Training");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.RUNNING);
    robot.push(KeyCode.ALT, KeyCode.C);
    until(() -> trainer.run().stateProperty().get() == RunState.STOPPED);
    assertThat(text("run-said")).contains("can go on");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.RUNNING);
    robot.push(KeyCode.ALT, KeyCode.S);
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
    assertThat(desk.epochs()).isLessThan(FakeDesk.EPOCHS);
    enter(robot);
    assertThat(title()).isEqualTo("Results");
  }

  @Test
  void aFailureIsSaidAndTheTrainingGoesOnFromItsLastEpoch(FxRobot robot) {
    desk.failAt = 9;
    to(robot, "Training");
    until(() -> trainer.run().stateProperty().get() == RunState.FAILED);
    assertThat(text("run-said")).contains("no longer a number", "smaller rate");
    robot.push(KeyCode.ALT, KeyCode.G);
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
  }

  @Test
  void aLaterStartOffersToResumeWhatWasStopped(FxRobot robot) {
    desk.held = true;
    to(robot, "Classes and parts");
    until(() -> why().isEmpty());
    robot.interact(
        () -> {
          trainer.classes().rows().get(1).nameProperty().set("healthy");
          trainer.found().exclude(trainer.found().filmsOf(null).subList(0, 1), true);
        });
    until(() -> why().isEmpty());
    to(robot, "Training");
    until(() -> trainer.run().live().epochs().size() == FakeDesk.EPOCHS / 2);
    robot.interact(trainer.run()::cancel);
    until(() -> trainer.run().stateProperty().get() == RunState.STOPPED);
    robot.interact(this::open);
    until(() -> stage.getScene().lookup("#resume") != null);
    keep("resume", 1080, 720);
    desk.held = false;
    robot.push(KeyCode.ALT, KeyCode.R);
    until(() -> title().equals("Training"));
    until(() -> trainer.run().stateProperty().get() == RunState.DONE);
    assertThat(desk.wishes).hasSize(2);
    assertThat(essence(desk.wishes.get(1))).isEqualTo(essence(desk.wishes.get(0)));
    assertThat(desk.epochs()).isEqualTo(FakeDesk.EPOCHS);
    robot.interact(this::open);
    until(() -> stage.getScene().lookup("#resume") != null);
    robot.push(KeyCode.ALT, KeyCode.L);
    until(() -> title().equals("Training") && why().isEmpty());
    assertThat(desk.wishes).as("the finished model is only looked at").hasSize(2);
    to(robot, "Name and use");
    enter(robot);
    until(() -> !saved.isEmpty());
    assertThat(home.trainings()).isEmptyDirectory();
  }

  @Test
  void aCellOfTheMatrixAndTheWorstErrorsOpenTheirFilms(FxRobot robot) {
    to(robot, "Results");
    until(() -> why().isEmpty());
    var results = trainer.results().resultsProperty().get();
    Node cell = stage.getScene().lookup("#cell-1-1");
    robot.interact(cell::requestFocus);
    robot.push(KeyCode.SPACE);
    assertThat(judgedOpened)
        .isNotEmpty()
        .hasSize(results.confusion()[1][1])
        .isEqualTo(results.films(1, 1).stream().map(Judged::name).toList());
    judgedOpened.clear();
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    robot.push(KeyCode.RIGHT);
    keep("errors", 1080, 720);
    robot.push(KeyCode.ALT, KeyCode.H);
    assertThat(judgedOpened).hasSameSizeAs(results.worst()).isNotEmpty();
    robot.interact(() -> stage.getScene().lookup("#results").requestFocus());
    robot.push(KeyCode.RIGHT);
    String before = text("operating-sentence");
    robot.interact(() -> stage.getScene().lookup("#operating-point").requestFocus());
    robot.push(KeyCode.HOME);
    assertThat(text("operating-sentence")).contains("finds 0.0 %").isNotEqualTo(before);
    robot.push(KeyCode.END);
    assertThat(text("operating-sentence")).contains("finds 100.0 %");
    keep("roc", 1080, 720);
  }

  /** JavaFX takes one letter in two cases for two keys, and finds but one of them. */
  @Test
  void noMnemonicHidesAnother() {
    List<String> keys =
        stage.getScene().getMnemonics().keySet().stream()
            .map(key -> key.getName().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void escapeAsksToClose(FxRobot robot) {
    robot.push(KeyCode.ESCAPE);
    assertThat(closed).containsExactly("closed");
  }
}
