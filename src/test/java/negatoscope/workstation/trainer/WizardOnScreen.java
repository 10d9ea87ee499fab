package negatoscope.workstation.trainer;

import atlantafx.base.theme.PrimerDark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.workstation.fakes.BackgroundRunner;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.models.FileChoices;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.films.FilmSource;
import negatoscope.workstation.trainer.films.SourceChoices;
import negatoscope.workstation.trainer.network.RecipeField;
import negatoscope.workstation.trainer.results.ReportOutlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The wizard on the screen, on small drawn films and with a desk that trains nothing. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
abstract class WizardOnScreen {
  @TempDir Path folder;

  private final BackgroundRunner runner = new BackgroundRunner();
  private final BackgroundRunner training = new BackgroundRunner();
  final FakeDesk desk = new FakeDesk();
  final List<Path> opened = new CopyOnWriteArrayList<>();
  final List<Path> browsed = new CopyOnWriteArrayList<>();
  final List<String> judgedOpened = new CopyOnWriteArrayList<>();
  final List<String> saved = new CopyOnWriteArrayList<>();
  final List<String> closed = new ArrayList<>();
  Home home;
  Path films;
  TrainerViewModel trainer;
  Stage stage;

  /** To be called by each test's own {@code @Start}; what is inherited TestFX does not find. */
  void begin(Stage shown) {
    home = new Home(folder.resolve("home"));
    films = DrawnFilms.folder(folder, 12);
    stage = shown;
    open();
    shown.setX(0);
    shown.setY(0);
    shown.show();
  }

  /** A new wizard in the same window, as after a new start of the program. */
  void open() {
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
                new NoSource(),
                new NoFiles(),
                new Outlet(),
                opened::addAll,
                () -> closed.add("closed")));
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    // The headless screen is upset by windows that grow, so it begins large.
    Scene scene = new Scene(pane, 1500, 940);
    scene
        .getStylesheets()
        .add(
            WizardOnScreen.class
                .getResource("/negatoscope/workstation/workstation.css")
                .toExternalForm());
    stage.setScene(scene);
    trainer.kept().refresh();
    Platform.runLater(pane::focusStep);
  }

  /** Takes reports beside the films. */
  private final class Outlet implements ReportOutlet {
    @Override
    public Optional<Path> folder() {
      return Optional.of(folder);
    }

    @Override
    public void browse(Path page) {
      browsed.add(page);
    }
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
    desk.reportHeld = false;
    desk.foldsHeld = false;
    runner.close();
    training.close();
  }

  void until(java.util.function.BooleanSupplier so) {
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

  String why() {
    return ((Labeled) stage.getScene().lookup("#why-not")).getText();
  }

  String title() {
    return ((Labeled) stage.getScene().lookup("#train-title")).getText();
  }

  String text(String id) {
    return ((Labeled) stage.getScene().lookup("#" + id)).getText();
  }

  Set<String> texts(String selector) {
    return stage.getScene().getRoot().lookupAll(selector).stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .collect(Collectors.toSet());
  }

  void type(FxRobot robot, String text) {
    until(() -> stage.getScene().getFocusOwner() instanceof TextField);
    robot.interact(() -> ((TextField) stage.getScene().getFocusOwner()).replaceSelection(text));
  }

  /** Waits until one can go on, and goes on by the key alone. */
  void enter(FxRobot robot) {
    until(() -> trainer.reasonProperty().get().isEmpty());
    int step = trainer.currentProperty().get();
    robot.push(KeyCode.ENTER);
    until(() -> trainer.currentProperty().get() != step || !saved.isEmpty());
  }

  void to(FxRobot robot, String step) {
    if (trainer.source().textProperty().get().isEmpty()) {
      type(robot, films.toString());
    }
    while (!title().equals(step)) {
      enter(robot);
    }
  }

  void keep(String step, int width, int height) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
    Snapshots.keep(stage.getScene(), "train-" + step + "-" + width);
  }

  void set(RecipeField field, String text) {
    trainer.settings().field(field).set(text);
  }
}
