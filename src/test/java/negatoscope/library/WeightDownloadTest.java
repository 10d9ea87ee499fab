package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import negatoscope.library.download.Download;
import negatoscope.library.download.FileServer;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Published weights, fetched from a server on this machine in place of the published location. */
@NeedsShared
@Timeout(60)
class WeightDownloadTest {
  private static final Path KERAS = Shared.path("keras/layouts/mobilenetv2.keras2.h5");
  private static final Backbone BACKBONE = Backbone.MOBILENET_V2;

  @TempDir Path folder;
  private final FileServer server = new FileServer(Files.readAllBytes(KERAS));

  WeightDownloadTest() throws IOException {}

  @AfterEach
  void stop() {
    server.close();
  }

  private WeightStore store(@Nullable String md5) {
    OfficialWeights real = OfficialWeights.of(BACKBONE);
    OfficialWeights here =
        new OfficialWeights(
            BACKBONE,
            real.file(),
            server.at("/keras-applications/" + real.file()),
            md5,
            real.tensorBytes(),
            real.licence());
    return new WeightStore(
        new Home(folder),
        List.of(here),
        new Download(ProxySelector.of(null), Duration.ofSeconds(20)));
  }

  private static StoredWeights download(WeightStore store) {
    return store.download(BACKBONE, Progress.NONE, new Cancellation());
  }

  private static String md5() throws IOException {
    return FileDigest.of(KERAS, Progress.NONE, new Cancellation()).md5();
  }

  private void nothingIsLeft() {
    assertThat(folder.resolve("weights")).isEmptyDirectory();
  }

  @Test
  void aDownloadedFileIsCheckedStoredAndNotFetchedTwice() throws IOException {
    WeightStore store = store(md5());
    StoredWeights stored = download(store);
    assertThat(stored.official()).isTrue();
    assertThat(stored.name()).isEqualTo(OfficialWeights.of(BACKBONE).file());
    assertThat(stored.licence()).isEqualTo(OfficialWeights.of(BACKBONE).licence());
    assertThat(stored.file()).hasSameBinaryContentAs(KERAS);
    assertThat(store.find(BACKBONE)).contains(stored);
    assertThat(download(store)).isEqualTo(stored);
    assertThat(server.asked).hasSize(1);
    try (var left = Files.list(folder.resolve("weights"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void aFileThatWasImportedBeforeIsKnownToBeThePublishedOneOnceItIsDownloaded() {
    WeightStore store = store(null);
    Optional<Backbone> any = Optional.empty();
    StoredWeights own = store.importFile(KERAS, any, Progress.NONE, new Cancellation());
    assertThat(own.official()).isFalse();
    StoredWeights official = download(store);
    assertThat(official.official()).isTrue();
    assertThat(official.file()).isEqualTo(own.file());
    assertThat(store.list()).containsExactly(official);
    assertThat(download(store)).isEqualTo(official);
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void aBrokenTransferIsResumedByTheNextDownload() throws IOException {
    server.breaks.addAll(List.of(400_000, 0));
    WeightStore store = store(md5());
    assertThatThrownBy(() -> download(store)).satisfies(code(ErrorCode.NOT_READABLE));
    assertThat(store.list()).isEmpty();
    assertThat(download(store).file()).hasSameBinaryContentAs(KERAS);
    assertThat(server.asked).last().asString().contains("bytes=");
  }

  @Test
  void aWrongHashIsSaidAndNothingIsKept() {
    WeightStore store = store("0123456789abcdef0123456789abcdef");
    assertThatThrownBy(() -> download(store))
        .satisfies(code(ErrorCode.BAD_WEIGHTS))
        .hasMessageContaining("Keras states 0123456789abcdef0123456789abcdef")
        .hasMessageContaining(server.at("/").toString());
    nothingIsLeft();
  }

  @Test
  void whereNoHashIsPublishedTheTensorsAreChecked() throws IOException {
    WeightStore store = store(null);
    assertThat(download(store).official()).isTrue();
    store.list().forEach(store::remove);
    server.content = Files.readAllBytes(Shared.path("keras/broken/wrong_shape.h5"));
    assertThatThrownBy(() -> download(store)).satisfies(code(ErrorCode.BAD_WEIGHTS));
    nothingIsLeft();
  }

  @Test
  void aFileThatIsNotThereLeavesNoWeights() {
    server.close();
    WeightStore store = store(null);
    assertThatThrownBy(() -> download(store)).satisfies(code(ErrorCode.NOT_READABLE));
    assertThat(store.list()).isEmpty();
  }

  private static java.util.function.Consumer<Throwable> code(ErrorCode code) {
    return problem ->
        assertThat(problem)
            .isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
