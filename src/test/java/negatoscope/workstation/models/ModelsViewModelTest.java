package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.SampleCards;
import negatoscope.task.Cancellation;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.fakes.FakeClassifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ModelsViewModelTest {
  @TempDir private Path folder;

  private final TaskRunner inline = new InlineRunner(Progress.NONE);
  private Library library;
  private ModelsViewModel models;

  @BeforeEach
  void fill() throws IOException {
    library = new Library(new Home(folder.resolve("home")));
    SampleCards.write(library.folder("mine"), SampleCards.full("mine"), "graph");
    Files.createDirectories(library.folder("broken"));
    models =
        new ModelsViewModel(
            library,
            new ModelInUse(
                () -> library.preferred().model().card(),
                new OpenModels(name -> FakeClassifier.named(name, 0), inline),
                inline),
            inline,
            Runnable::run);
  }

  private List<String> names() {
    return models.rows().stream().map(ModelRow::name).toList();
  }

  private ModelRow select(String name) {
    ModelRow row =
        models.rows().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    models.selectedProperty().set(row);
    return row;
  }

  private String message() {
    return models.job().messageProperty().get();
  }

  @Test
  void theBundledModelComesFirstAndDamagedOnesAreListedWithTheReason() {
    assertThat(names()).containsExactly(Library.BUNDLED, "mine", "broken");
    ModelRow bundled = select(Library.BUNDLED);
    assertThat(bundled.bundled() && bundled.preferred()).isTrue();
    assertThat(models.isInUse(bundled)).isTrue();
    assertThat(select("mine").summary()).matches("MobileNetV2 · [0-9.]+ kB · accuracy 75.0 %");
    assertThat(select("broken").damage()).hasMessageContaining("broken");
    models.use();
    assertThat(models.inUse().name()).as("a damaged one").contains(Library.BUNDLED);
  }

  @Test
  void aModelThatIsExportedAndRemovedComesBackByImportOrByUndo() {
    Path bundled = folder.resolve("bundled.zip");
    library.exportModel(Library.BUNDLED, bundled, Progress.NONE, new Cancellation());
    library.importModel(bundled, Optional.of("real"), Progress.NONE, new Cancellation());
    models.refresh();
    select("real");
    Path zip = folder.resolve("real.zip");
    models.exportModel(zip);
    assertThat(message()).isEqualTo("Exported real to " + zip + ".");
    models.remove();
    assertThat(names()).doesNotContain("real");
    assertThat(models.removalProperty().get().name()).isEqualTo("real");
    models.undo();
    assertThat(names()).contains("real");
    assertThat(models.removalProperty().get()).isNull();
    models.remove();
    models.importModels(List.of(zip));
    assertThat(message()).isEqualTo("Imported real.");
    assertThat(models.selectedProperty().get().name()).isEqualTo("real");
  }

  @Test
  void whatCannotBeDoneIsSaidAndChangesNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.zip"), "no model");
    models.importModels(List.of(text));
    assertThat(models.job().failedProperty().get()).isTrue();
    assertThat(message()).contains("notes.zip");
    assertThat(names()).containsExactly(Library.BUNDLED, "mine", "broken");
    select("mine");
    models.rename("not/a name");
    assertThat(models.job().failedProperty().get()).isTrue();
    assertThat(names()).contains("mine");
    select(Library.BUNDLED);
    models.remove();
    assertThat(message()).contains(Library.BUNDLED);
    assertThat(names()).contains(Library.BUNDLED);
  }

  @Test
  void theDefaultIsMarkedAndARenamedModelStaysInUse() {
    select("mine");
    models.use();
    models.setDefault();
    assertThat(models.selectedProperty().get().preferred()).isTrue();
    models.rename("ours");
    assertThat(models.inUse().name()).contains("ours");
    assertThat(library.defaultName()).isEqualTo("ours");
    assertThat(models.selectedProperty().get().name()).isEqualTo("ours");
  }

  @Test
  void aRemovedModelThatWasInUseMakesRoomForTheDefault() {
    select("mine");
    models.use();
    models.remove();
    assertThat(models.inUse().name()).contains(Library.BUNDLED);
  }
}
