package negatoscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import negatoscope.library.card.CardFile;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in and out. */
class TransferTest {
  @TempDir Path folder;
  private Home home;
  private Library library;
  private Path foreign;

  @BeforeEach
  void makeLibrary() throws IOException {
    home = new Home(folder.resolve("home"));
    library = new Library(home);
    SampleCards.write(library.folder("old"), SampleCards.full("old"), SampleCards.graph("old"));
    foreign = folder.resolve("foreign");
    SampleCards.write(foreign, SampleCards.full("theirs"), SampleCards.graph("theirs"));
    Files.createDirectories(foreign.resolve(Model.VARIABLES));
    Files.writeString(foreign.resolve("notes.txt"), "not taken");
    Files.writeString(foreign.resolve("weights.bin"), "taken");
  }

  private Model take(Path from) {
    return library.importModel(from, Optional.empty(), Progress.NONE, new Cancellation());
  }

  private void give(String name, Path to) {
    library.exportModel(name, to, Progress.NONE, new Cancellation());
  }

  /** The failure of an import, which must leave the home as it was. */
  private Failure refused(Path from, Optional<String> name) {
    Map<String, String> before = Tree.of(home.root());
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> library.importModel(from, name, Progress.NONE, new Cancellation()));
    assertThat(failure).as(from.toString()).isNotNull();
    assertThat(Tree.of(home.root())).isEqualTo(before);
    assertThat(failure.advice()).isNotEmpty();
    return failure;
  }

  private Failure refused(Path from) {
    return refused(from, Optional.empty());
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private Map<String, byte[]> entries(String prefix) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : List.of(Model.CARD, Model.GRAPH, Model.EVALUATION, Model.LICENCES)) {
      entries.put(prefix + name, Files.readAllBytes(foreign.resolve(name)));
    }
    return entries;
  }

  @Test
  void aFolderIsImportedWithTheFilesOfAModelAndNoOthers() {
    Model model = take(foreign);
    assertThat(model.folder()).isEqualTo(library.folder("theirs"));
    assertThat(Tree.of(model.folder()).keySet())
        .containsExactlyInAnyOrder(
            "", Model.CARD, Model.EVALUATION, Model.LICENCES, Model.GRAPH, "weights.bin");
    assertThat(model.folder().resolve(Model.CARD))
        .hasSameBinaryContentAs(foreign.resolve(Model.CARD));
    assertThat(library.find("theirs").card().id()).isEqualTo(model.card().id());
  }

  @Test
  void anImportedModelMayGetAnotherName() {
    Model model =
        library.importModel(foreign, Optional.of("mine"), Progress.NONE, new Cancellation());
    assertThat(model.card().name()).isEqualTo("mine");
    assertThat(CardFile.read(model.folder().resolve(Model.CARD)).name()).isEqualTo("mine");
    assertThat(library.find("mine").card().limits()).containsExactly("Not for diagnosis.");
  }

  @Test
  void whatIsExportedComesBackTheSameByZipAndByFolder() {
    for (String place : List.of("out.zip", "OUT2.ZIP", "out folder")) {
      Path out = folder.resolve("new").resolve(place);
      give("old", out);
      library.importModel(out, Optional.of("copy"), Progress.NONE, new Cancellation());
      Map<String, String> copy = Tree.of(library.folder("copy"));
      Map<String, String> old = Tree.of(library.folder("old"));
      assertThat(copy.remove(Model.CARD)).isNotEqualTo(old.remove(Model.CARD));
      assertThat(copy).as(place).isEqualTo(old);
      library.remove("copy");
    }
  }

  @Test
  void theSameModelGivesTheSameZip() {
    give("old", folder.resolve("1.zip"));
    give("old", folder.resolve("2.zip"));
    assertThat(folder.resolve("1.zip")).hasSameBinaryContentAs(folder.resolve("2.zip"));
  }

  @Test
  void theBundledModelCanBeExported() {
    Path out = folder.resolve("bundled");
    give(Library.BUNDLED, out);
    assertThat(Model.of(out).verified().card().name()).isEqualTo(Library.BUNDLED);
    assertThat(refused(out).code()).isEqualTo(ErrorCode.EXISTS);
    library.importModel(out, Optional.of("base"), Progress.NONE, new Cancellation());
    assertThat(library.find("base").card().id())
        .isEqualTo(library.bundledCard().orElseThrow().id());
  }

  @Test
  void anExportOverwritesNothing() throws IOException {
    Path out = Files.writeString(folder.resolve("out.zip"), "precious");
    assertThatThrownBy(() -> give("old", out))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.EXISTS));
    assertThat(out).hasContent("precious");
  }

  @Test
  void aZipMayHoldTheModelAtItsTopOrInAFolder() throws IOException {
    Path top = zip("top.zip", entries(""));
    Map<String, byte[]> below = entries("some model/");
    below.put("__MACOSX/some model/._card.json", new byte[3]);
    Path folded = zip("folded.zip", below);
    for (Path each : List.of(top, folded)) {
      assertThat(take(each).card().name()).isEqualTo("theirs");
      library.remove("theirs");
    }
  }

  @Test
  void aNameThatIsTakenIsRefusedInAnyCase() {
    take(foreign);
    assertThat(refused(foreign).code()).isEqualTo(ErrorCode.EXISTS);
    assertThat(refused(foreign, Optional.of("OLD")).code()).isEqualTo(ErrorCode.EXISTS);
    assertThat(refused(foreign, Optional.of(Library.BUNDLED)).code()).isEqualTo(ErrorCode.EXISTS);
    for (String name : List.of("../x", "", "a/b", ".hidden", "x.", "CON", "nul.txt", "ü")) {
      assertThat(refused(foreign, Optional.of(name)).code()).isEqualTo(ErrorCode.BAD_MODEL);
    }
  }

  @Test
  void whatIsNoModelIsRefusedWithASentenceOfWhatItIs() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    Path hdf5 =
        Files.write(
            folder.resolve("w.h5"),
            "\u0089HDF\r\n\u001A\nxx".getBytes(StandardCharsets.ISO_8859_1));
    Path keras =
        zip("m.keras", Map.of("config.json", new byte[9], "model.weights.h5", new byte[9]));
    Path films = zip("films.zip", Map.of("a/1.dcm", new byte[9]));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve(Model.GRAPH), SampleCards.graph("x"));
    assertThat(refused(text).sentence()).contains("neither a folder nor a ZIP");
    assertThat(refused(hdf5).sentence()).contains("HDF5");
    assertThat(refused(keras).sentence()).contains("no card.json");
    assertThat(refused(films).sentence()).contains("no card.json");
    assertThat(refused(empty).sentence()).contains("no card.json");
    assertThat(refused(other).sentence()).contains("SavedModel of another program");
    assertThat(refused(folder.resolve("gone")).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aDamagedOrForeignOrNewerModelIsRefused() throws IOException {
    Path graph = foreign.resolve(Model.GRAPH);
    Path card = foreign.resolve(Model.CARD);
    String whole = Files.readString(graph);
    String right = Files.readString(card);
    Files.writeString(graph, whole + "x");
    assertThat(refused(foreign).sentence()).contains("another graph");
    Files.writeString(graph, whole);
    Files.writeString(card, right.replaceFirst("\"schema\" : 1", "\"schema\" : 2"));
    assertThat(refused(foreign).code()).isEqualTo(ErrorCode.NEWER_SCHEMA);
    Files.writeString(card, right.substring(0, right.length() / 2));
    assertThat(refused(foreign).code()).isEqualTo(ErrorCode.BAD_MODEL);
    Files.writeString(card, "[".repeat(100_000));
    assertThat(refused(foreign).code()).isEqualTo(ErrorCode.BAD_MODEL);
    Path made = folder.resolve("made");
    SampleCards.write(made, SampleCards.full("made"), SampleCards.graph("x", "serving_default"));
    assertThat(refused(made).sentence()).contains("signatures");
    Path text = folder.resolve("text");
    SampleCards.write(text, SampleCards.full("text"), "no protocol buffer");
    assertThat(refused(text).sentence()).contains("signatures");
  }

  @Test
  void linksInAFolderAreNotFollowed() throws IOException {
    Files.delete(foreign.resolve(Model.LICENCES));
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(foreign.resolve(Model.LICENCES), secret);
    assertThat(take(foreign).folder().resolve(Model.LICENCES)).doesNotExist();
  }

  @Test
  void aHomeThatCannotBeWrittenIsSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Library nowhere = new Library(new Home(file.resolve("home")));
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                nowhere.importModel(foreign, Optional.empty(), Progress.NONE, new Cancellation()));
    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WRITABLE);
  }

  @Test
  void progressCountsBytesAndACancelledImportOrExportLeavesNothing() {
    List<Long> done = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    Map<String, String> before = Tree.of(home.root());
    Progress stopping =
        (at, all, file) -> {
          done.add(at);
          if (done.size() == 2) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(() -> library.importModel(foreign, Optional.empty(), stopping, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(Tree.of(home.root())).isEqualTo(before);
    assertThat(done).hasSize(2).isSorted();
    assertThatThrownBy(
            () -> library.exportModel("old", folder.resolve("x.zip"), Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("x.zip")).doesNotExist();
  }
}
