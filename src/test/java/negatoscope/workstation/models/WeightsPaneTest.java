package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import negatoscope.library.FileDigest;
import negatoscope.library.Home;
import negatoscope.library.WeightStore;
import negatoscope.library.download.Download;
import negatoscope.library.download.FileServer;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.workstation.fakes.BackgroundRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsShared
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WeightsPaneTest {
  private static final Path KERAS = Shared.path("keras/layouts/mobilenetv2.keras2.h5");

  @TempDir private Path folder;

  private final FakeFileChoices files = new FakeFileChoices();
  private final BackgroundRunner runner = new BackgroundRunner();
  private FileServer server;
  private WeightsViewModel weights;
  private WeightsPane pane;

  @Start
  void start(Stage stage) throws IOException {
    server = new FileServer(Files.readAllBytes(KERAS));
    String md5 =
        Objects.requireNonNull(FileDigest.of(KERAS, Progress.NONE, new Cancellation()).md5());
    List<OfficialWeights> published = new ArrayList<>();
    for (OfficialWeights real : OfficialWeights.published()) {
      boolean served = real.backbone() == Backbone.MOBILENET_V2;
      published.add(
          new OfficialWeights(
              real.backbone(),
              real.file(),
              server.at(served ? "/keras-applications/" + real.file() : "/none"),
              served ? md5 : real.md5(),
              real.tensorBytes(),
              real.licence()));
    }
    weights =
        new WeightsViewModel(
            new WeightStore(
                new Home(folder),
                published,
                new Download(ProxySelector.of(null), Duration.ofSeconds(20))),
            runner,
            Platform::runLater);
    pane = new WeightsPane(weights, files);
    stage.setScene(new Scene(pane, 900, 640));
    stage.show();
    weights.refresh();
  }

  @AfterEach
  void stop() {
    server.close();
    runner.close();
  }

  private void finish() {
    BackgroundRunner.until(() -> !weights.job().runningProperty().get() && runner.isIdle());
  }

  private void select(FxRobot robot, String title) {
    finish();
    robot.clickOn(
        robot
            .lookup("#weight-list .label")
            .match((Labeled label) -> label.getText().equals(title))
            .<Node>query());
  }

  private String message() {
    return ((Labeled) pane.lookup("#job-message")).getText();
  }

  private String about() {
    return ((Labeled) pane.lookup(".model-card .label")).getText();
  }

  private boolean enabled(String button) {
    return !pane.lookup("#" + button).isDisabled();
  }

  private static void answer(FxRobot robot, String button) {
    robot.clickOn(
        robot
            .lookup(".dialog-pane .button")
            .match((Labeled any) -> any.getText().equals(button))
            .<Node>query());
  }

  @Test
  void aFileIsImportedAndDeletedOnceThatIsConfirmed(FxRobot robot) {
    select(robot, "VGG19");
    assertThat(about()).contains("VGG19").contains("Licence");
    assertThat(enabled("download-weights")).isTrue();
    assertThat(enabled("delete-weights")).isFalse();
    robot.clickOn("#import-weights");
    assertThat(weights.job().messageProperty().get()).as("nothing was chosen").isEmpty();
    files.weights = KERAS;
    robot.clickOn("#import-weights");
    finish();
    assertThat(message()).startsWith("Imported weights of MobileNetV2.");
    assertThat(about()).contains("SHA-256");
    robot.clickOn("#delete-weights");
    answer(robot, "Cancel");
    assertThat(enabled("delete-weights")).as("still there").isTrue();
    robot.clickOn("#delete-weights");
    answer(robot, "Delete");
    finish();
    assertThat(message()).isEqualTo("mobilenetv2.keras2.h5 was deleted.");
    assertThat(about()).contains("about").contains("come from");
  }

  @Test
  void theRowThatIsToldAboutIsMarkedAlsoWhenTheListIsReadAnew(FxRobot robot) {
    select(robot, "DenseNet121");
    robot.interact(weights::refresh);
    finish();
    ListView<?> list = (ListView<?>) pane.lookup("#weight-list");
    assertThat(list.getSelectionModel().getSelectedItem())
        .isEqualTo(weights.selectedProperty().get())
        .isNotNull();
    assertThat(about()).contains("DenseNet121");
  }

  @Test
  void whatIsNoWeightFileIsRefusedInASentence(FxRobot robot) {
    select(robot, "VGG19");
    files.weights = Shared.path("keras/broken/not_hdf5.h5");
    robot.clickOn("#import-weights");
    finish();
    assertThat(message()).contains("not_hdf5.h5");
    assertThat(pane.lookup("#job-message").getStyleClass()).contains("error-text");
    assertThat(enabled("delete-weights")).isFalse();
  }

  @Test
  void nothingIsDownloadedUnaskedAndADownloadShowsItsProgressAndIsCancelled(FxRobot robot) {
    select(robot, "MobileNetV2");
    robot.clickOn("#download-weights");
    assertThat(robot.lookup(".dialog-pane .content").queryAs(Labeled.class).getText())
        .contains(server.at("/keras-applications/").toString())
        .contains("Licence");
    answer(robot, "Cancel");
    assertThat(server.asked).isEmpty();
    server.half = new CountDownLatch(1);
    robot.clickOn("#download-weights");
    answer(robot, "Download");
    ProgressBar bar = (ProgressBar) pane.lookup(".progress-bar");
    BackgroundRunner.until(() -> bar.getProgress() > 0.3);
    assertThat(bar.isVisible()).isTrue();
    assertThat(enabled("import-weights") || enabled("download-weights")).isFalse();
    robot.clickOn("#cancel-job");
    assertThat(message())
        .isIn(
            "Downloading weights of MobileNetV2 – cancelling…",
            "Downloading weights of MobileNetV2 was cancelled.");
    server.half.countDown();
    finish();
    assertThat(message()).isEqualTo("Downloading weights of MobileNetV2 was cancelled.");
    assertThat(enabled("download-weights")).isTrue();
    robot.clickOn("#download-weights");
    answer(robot, "Download");
    finish();
    assertThat(message()).isEqualTo("The weights of MobileNetV2 are here.");
    assertThat(server.asked.get(1)).as("goes on where it stopped").contains("bytes=");
    assertThat(enabled("download-weights")).isFalse();
  }

  @Test
  void aDownloadThatFailsIsASentence(FxRobot robot) {
    select(robot, "VGG19");
    robot.clickOn("#download-weights");
    answer(robot, "Download");
    finish();
    assertThat(weights.job().failedProperty().get()).isTrue();
    assertThat(message()).contains(server.at("/none").toString());
    assertThat(enabled("download-weights")).isTrue();
  }
}
