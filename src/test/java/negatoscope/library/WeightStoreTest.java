package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import negatoscope.library.download.Download;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that are kept once under the program's home. */
@NeedsShared
class WeightStoreTest {
  private static final Path KERAS = Shared.path("keras/layouts/mobilenetv2.keras2.h5");

  @TempDir Path folder;
  private Home home = new Home(Path.of(""));
  private WeightStore store = new WeightStore(home);

  @BeforeEach
  void open() {
    home = new Home(folder.resolve("home"));
    store = new WeightStore(home);
  }

  private StoredWeights take(Path file) {
    return store.importFile(file, Optional.empty(), Progress.NONE, new Cancellation());
  }

  @Test
  void importedWeightsAreFoundByTheirBackbone() throws IOException {
    assertThat(store.list()).isEmpty();
    StoredWeights stored = take(KERAS);
    assertThat(stored.backbone()).isEqualTo(Backbone.MOBILENET_V2);
    assertThat(stored.name()).isEqualTo("mobilenetv2.keras2.h5");
    assertThat(stored.bytes()).isEqualTo(Files.size(KERAS));
    assertThat(stored.official()).isFalse();
    assertThat(stored.licence()).isEqualTo("not stated");
    assertThat(stored.file()).startsWith(home.weights()).hasSameBinaryContentAs(KERAS);
    assertThat(new WeightStore(home).list()).containsExactly(stored);
    assertThat(store.find(Backbone.MOBILENET_V2)).contains(stored);
    assertThat(store.find(Backbone.VGG19)).isEmpty();
  }

  @Test
  void theSameContentIsKeptOnceUnderItsFirstName() throws IOException {
    StoredWeights first = take(KERAS);
    assertThat(take(Files.copy(KERAS, folder.resolve("again.h5")))).isEqualTo(first);
    assertThat(store.list()).containsExactly(first);
  }

  @Test
  void twoFilesOfOneNameAreToldApart() throws IOException {
    StoredWeights first = take(Files.copy(KERAS, folder.resolve("weights.h5")));
    Path other = Files.createDirectory(folder.resolve("other")).resolve("weights.h5");
    StoredWeights second =
        take(Files.copy(Shared.path("keras/mobilenet_v2_transfer_notop.h5"), other));
    assertThat(second.name()).isNotEqualTo(first.name()).endsWith("-weights.h5");
    assertThat(store.list()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void thePublishedFileIsKnownByItsHashAndGoesFirst() throws IOException {
    take(Shared.path("keras/mobilenet_v2_transfer_notop.h5"));
    String md5 = FileDigest.of(KERAS, Progress.NONE, new Cancellation()).md5();
    store = new WeightStore(home, List.of(published(md5)), Download.ofSystem());
    StoredWeights stored = take(KERAS);
    assertThat(stored.official()).isTrue();
    assertThat(stored.licence()).contains("Apache License 2.0");
    assertThat(stored.origin().licence()).isEqualTo(stored.licence());
    assertThat(store.find(Backbone.MOBILENET_V2)).contains(stored);
  }

  @Test
  void whatASecondImportTellsOfAFileIsAdded() {
    StoredWeights first = take(KERAS);
    StoredWeights licensed =
        store.importFile(KERAS, Optional.empty(), "MIT", Progress.NONE, new Cancellation());
    assertThat(licensed.licence()).isEqualTo("MIT");
    assertThat(take(KERAS)).isEqualTo(licensed);
    assertThat(store.list()).containsExactly(licensed);
    assertThat(licensed.file()).isEqualTo(first.file());
  }

  @Test
  void aFileThatOnlyHasThePublishedNameIsToldApart() throws IOException {
    String name = OfficialWeights.of(Backbone.MOBILENET_V2).file();
    StoredWeights stored = take(Files.copy(KERAS, folder.resolve(name)));
    assertThat(stored.official()).isFalse();
    assertThat(stored.officialByNameOnly()).isTrue();
    assertThat(take(KERAS).officialByNameOnly()).isTrue();
  }

  @Test
  void aFileThatIsNoWeightFileChangesNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("a.h5"), "no weights");
    assertThatThrownBy(() -> take(text)).satisfies(code(ErrorCode.BAD_WEIGHTS));
    assertThatThrownBy(() -> take(folder.resolve("none"))).satisfies(code(ErrorCode.NOT_FOUND));
    assertThatThrownBy(
            () ->
                store.importFile(
                    KERAS, Optional.of(Backbone.VGG19), Progress.NONE, new Cancellation()))
        .satisfies(code(ErrorCode.BAD_WEIGHTS));
    assertThat(store.list()).isEmpty();
    assertThat(home.weights()).doesNotExist();
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    List<Long> reports = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    Progress progress =
        (done, total, message) -> {
          reports.add(done);
          if (reports.size() > 5) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(() -> store.importFile(KERAS, Optional.empty(), progress, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(store.list()).isEmpty();
    if (Files.exists(home.weights())) {
      assertThat(home.weights()).isEmptyDirectory();
    }
  }

  @Test
  void whatIsRemovedIsGone() {
    StoredWeights stored = take(KERAS);
    store.remove(stored);
    store.remove(stored);
    assertThat(store.list()).isEmpty();
    assertThat(home.weights()).isEmptyDirectory();
  }

  @Test
  void aDamagedFolderIsLeftOutAndMendedByImporting() throws IOException {
    StoredWeights stored = take(KERAS);
    Files.write(stored.file(), new byte[10]);
    Files.createDirectory(home.weights().resolve("a folder of somebody else"));
    assertThat(store.list()).isEmpty();
    assertThat(store.damaged()).containsExactly(stored.file().getParent());
    assertThat(take(KERAS)).isEqualTo(stored);
    assertThat(store.damaged()).isEmpty();
    assertThat(stored.file()).hasSameBinaryContentAs(KERAS);
    Files.writeString(stored.file().resolveSibling("weights.json"), "{");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void aNameThatWouldLeaveTheFolderIsNotBelieved() throws IOException {
    StoredWeights stored = take(KERAS);
    Path facts = stored.file().resolveSibling("weights.json");
    Files.writeString(facts, Files.readString(facts).replace(stored.name(), "../" + stored.name()));
    assertThat(store.list()).isEmpty();
    try (Stream<Path> left = Files.list(home.weights())) {
      assertThat(left).hasSize(1);
    }
  }

  private static OfficialWeights published(@Nullable String md5) {
    OfficialWeights real = OfficialWeights.of(Backbone.MOBILENET_V2);
    return new OfficialWeights(
        real.backbone(), real.file(), real.location(), md5, real.tensorBytes(), real.licence());
  }

  private static java.util.function.Consumer<Throwable> code(ErrorCode code) {
    return problem ->
        assertThat(problem)
            .isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
