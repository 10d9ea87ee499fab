package negatoscope.workstation.batch;

import atlantafx.base.theme.PrimerDark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.intake.Intake;
import negatoscope.screening.ScreeningOrder;
import negatoscope.workstation.batch.table.BatchTable;
import negatoscope.workstation.batch.table.ColumnMemory;
import negatoscope.workstation.fakes.BackgroundRunner;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.settings.Settings.ScreeningSettings;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The pane in a window, with a desk that screens nothing. */
final class BatchOnScreen implements AutoCloseable {
  final FakeScreeningDesk desk = new FakeScreeningDesk();
  final List<Path> opened = new CopyOnWriteArrayList<>();
  final BackgroundRunner quick = new BackgroundRunner();
  final BackgroundRunner run = new BackgroundRunner();
  final BatchViewModel batch;
  final Stage stage;
  Optional<Path> exportTo = Optional.empty();
  ScreeningSettings columns = ScreeningSettings.DEFAULT;

  /** To be made on the JavaFX thread. */
  BatchOnScreen(Stage stage) {
    this.stage = stage;
    Intake intake = Intake.withBuiltInToolkit();
    batch =
        new BatchViewModel(
            new BatchTools(
                desk,
                new OpenModels(name -> FakeClassifier.of(Cards.named(name), 1), quick),
                intake::openFrame,
                new ScreeningOrder.Dicom(new BuiltInToolkit(), "0"),
                quick,
                run,
                Platform::runLater),
            new BatchViewModel.Surroundings(
                new SimpleObjectProperty<>(Cards.card()),
                () -> List.of(Cards.card(), Cards.named("other")),
                (file, frame) -> opened.add(file)));
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    // The headless screen is upset by windows that grow, so it begins large.
    Scene scene = new Scene(pane(), 1500, 940);
    scene
        .getStylesheets()
        .add(
            BatchOnScreen.class
                .getResource("/negatoscope/workstation/workstation.css")
                .toExternalForm());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /** A new view of the same screening, as after a new start of the program. */
  private BorderPane pane() {
    return new BorderPane(new BatchPane(batch, new Choices(), new Memory()));
  }

  void showAgain() {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> stage.getScene().setRoot(pane()));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private final class Choices implements BatchChoices {
    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> out() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> export() {
      return exportTo;
    }
  }

  private final class Memory implements ColumnMemory {
    @Override
    public ScreeningSettings columns() {
      return columns;
    }

    @Override
    public void keep(ScreeningSettings now) {
      columns = now;
    }
  }

  BatchTable table() {
    return (BatchTable) node("batch-table");
  }

  Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  String text(String id) {
    return ((Labeled) node(id)).getText();
  }

  void choose(FxRobot robot, Path folder) {
    robot.interact(() -> batch.choose(folder));
    BackgroundRunner.until(() -> batch.stateProperty().get() != BatchState.LOOKING);
  }

  void keep(String name, int width, int height) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
    Snapshots.keep(stage.getScene(), "screen-" + name + "-" + width);
  }

  @Override
  public void close() {
    desk.waitAfter = -1;
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          batch.cancel();
          stage.hide();
          stage.setScene(null);
        });
    BackgroundRunner.until(() -> run.isIdle() && quick.isIdle());
    quick.close();
    run.close();
  }
}
