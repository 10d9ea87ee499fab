package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import negatoscope.classification.Classifier;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.screening.ScreeningOrder;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.cache.CacheSpace;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.Snapshots;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.OpenFilm;
import negatoscope.workstation.trainer.desk.EngineDesk;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with the real intake and a classifier of the test's choice. */
final class OpenedWindow implements AutoCloseable {
  /** Not the one that all tests share: it would keep what earlier windows left with it. */
  final Stage stage = new Stage();

  final WorkstationViewModel model;
  final Lanes lanes = new Lanes();
  private final OpenModels models;

  /** One model, whatever it is called. To be made on the JavaFX thread. */
  OpenedWindow(Path home, List<Path> paths, FakeClassifier classifier) {
    this(home, paths, name -> classifier);
  }

  /**
   * To be made on the JavaFX thread.
   *
   * @param opener opens a model by its name
   */
  OpenedWindow(Path home, List<Path> paths, Function<String, Classifier> opener) {
    this(
        home,
        paths,
        opener,
        new EngineDesk(
            () -> {
              throw new Failure(ErrorCode.NO_ENGINE, "There is no engine in this test.", "");
            },
            new Library(new Home(home))::find,
            Intake.withBuiltInToolkit()::openFirst,
            CacheSpace.passing()));
  }

  /**
   * To be made on the JavaFX thread.
   *
   * @param desk trains for the wizard
   */
  OpenedWindow(
      Path home, List<Path> paths, Function<String, Classifier> opener, TrainingDesk desk) {
    this.models = new OpenModels(opener, lanes.engine());
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Negatoscope", "0.1.0");
    versions.put("TensorFlow", "2.16.2");
    model =
        Workstation.open(
            new WorkstationContext(
                paths,
                new Home(home),
                Intake.withBuiltInToolkit(),
                new Library(new Home(home)),
                Cards::card,
                opener,
                desk,
                new ScreeningOrder.Dicom(new BuiltInToolkit(), "0.1.0"),
                () -> "CPU",
                versions),
            stage,
            lanes,
            models);
  }

  void resize(int width, int height) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(width);
          stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  void open(Path... paths) {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> model.open(List.of(paths)));
  }

  OpenFilm selected() {
    return model.studies().selected().orElseThrow();
  }

  /** Waits until something seen on the JavaFX thread is so. */
  static void until(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, so::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("it never happened", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  Scene scene() {
    return stage.getScene();
  }

  /** The large film and what lies over it. */
  WritableImage film() {
    return Snapshots.of(scene().lookup(".viewer"));
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.hide();
          stage.setScene(null);
        });
    models.close();
    lanes.close();
  }
}
