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
import negatoscope.library.FileDigest;
import negatoscope.library.Home;
import negatoscope.library.WeightStore;
import negatoscope.library.download.Download;
import negatoscope.library.download.FileServer;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.task.Cancellation;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsShared
@SuppressWarnings("NullAway.Init")
class WeightsViewModelTest {
  private static final Path KERAS = Shared.path("keras/layouts/mobilenetv2.keras2.h5");

  @TempDir private Path folder;

  private FileServer server;
  private WeightsViewModel weights;

  @BeforeEach
  void list() throws IOException {
    server = new FileServer(Files.readAllBytes(KERAS));
    List<OfficialWeights> published = new ArrayList<>();
    for (OfficialWeights real : OfficialWeights.published()) {
      boolean served = real.backbone() == Backbone.MOBILENET_V2;
      published.add(
          new OfficialWeights(
              real.backbone(),
              real.file(),
              server.at(served ? "/keras-applications/" + real.file() : "/nowhere"),
              served ? md5() : real.md5(),
              real.tensorBytes(),
              real.licence()));
    }
    Download download = new Download(ProxySelector.of(null), Duration.ofSeconds(20));
    weights =
        new WeightsViewModel(
            new WeightStore(new Home(folder), published, download),
            new InlineRunner(Progress.NONE),
            Runnable::run);
    weights.refresh();
  }

  private static String md5() throws IOException {
    return Objects.requireNonNull(FileDigest.of(KERAS, Progress.NONE, new Cancellation()).md5());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WeightRow select(Backbone backbone) {
    WeightRow row =
        weights.rows().stream().filter(one -> one.backbone() == backbone).findFirst().orElseThrow();
    weights.selectedProperty().set(row);
    return row;
  }

  private String message() {
    return weights.job().messageProperty().get();
  }

  @Test
  void everyBackboneHasARowThatSaysFromWhereItsWeightsWouldCome() {
    assertThat(weights.rows()).extracting(WeightRow::backbone).containsExactly(Backbone.values());
    WeightRow vgg = select(Backbone.VGG19);
    assertThat(vgg.summary()).isEqualTo("not here · 80.1 MB to download");
    assertThat(vgg.offer()).contains(vgg.published().location().toString(), "Licence: ");
    assertThat(server.asked).as("nothing is fetched unasked").isEmpty();
  }

  @Test
  void publishedWeightsAreDownloadedAndDeleted() {
    select(Backbone.MOBILENET_V2);
    weights.download();
    assertThat(message()).isEqualTo("The weights of MobileNetV2 are here.");
    WeightRow here = Objects.requireNonNull(weights.selectedProperty().get());
    assertThat(Objects.requireNonNull(here.stored()).official()).isTrue();
    weights.remove();
    assertThat(message()).isEqualTo(here.stored().name() + " was deleted.");
    assertThat(Objects.requireNonNull(weights.selectedProperty().get()).stored()).isNull();
  }

  @Test
  void aFileIsImportedUnderItsBackboneAndABadOneIsRefusedInASentence() {
    weights.importFile(KERAS);
    assertThat(message()).startsWith("Imported weights of MobileNetV2.");
    assertThat(select(Backbone.MOBILENET_V2).summary()).startsWith("mobilenetv2.keras2.h5 · ");
    weights.importFile(Shared.path("keras/broken/not_hdf5.h5"));
    assertThat(weights.job().failedProperty().get()).isTrue();
    assertThat(message()).contains("not_hdf5.h5");
    assertThat(weights.rows()).hasSize(Backbone.values().length);
  }

  @Test
  void aDownloadThatFailsIsSaidAndLeavesTheListAsItWas() {
    select(Backbone.VGG19);
    weights.download();
    assertThat(weights.job().failedProperty().get()).isTrue();
    assertThat(message()).isNotEmpty();
    assertThat(select(Backbone.VGG19).stored()).isNull();
  }
}
