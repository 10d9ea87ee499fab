package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.command.conventions.Exit;
import negatoscope.training.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} refuses: by its code, in a line, and with nothing written. */
class TrainBadInputTest {
  @TempDir Path folder;
  private Bench bench;
  private Path films;
  private Path models;

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.engine = Optional.of(new FakeEngine());
    films = Files.createDirectory(folder.resolve("films"));
    models = Files.createDirectory(folder.resolve("models"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void films(String label, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      bench.spots("films/" + label + "/" + i + ".png", 80, 1000 * label.hashCode() + i);
    }
  }

  private void table(String... lines) throws IOException {
    Files.write(films.resolve("films.csv"), List.of(lines));
  }

  private void refused(String code, String... words) {
    refused(models.resolve("mine"), code, words);
  }

  private void refused(Path out, String code, String... words) {
    List<String> all =
        new ArrayList<>(List.of("train", films.toString(), "--name", "mine", "--out"));
    all.add(out.toString());
    Bench.Result result = bench.run(all.toArray(new String[0]));
    assertThat(result.exit()).as(result.err()).isEqualTo(Exit.FAILED);
    assertThat(result.out()).isEmpty();
    List<String> lines = result.err().lines().filter(line -> !line.startsWith("Note: ")).toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith(code + ": ").contains(words);
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void anEmptyFolder() {
    refused("BAD_DATASET", "films holds no film");
  }

  @Test
  void oneClass() throws IOException {
    films("sick", 9);
    refused("BAD_DATASET", "only the class sick");
  }

  @Test
  void twoFilmsAClass() throws IOException {
    films("sick", 2);
    films("well", 2);
    refused("BAD_DATASET", "fewer than three patients of class sick");
  }

  @Test
  void twoFilmsOfOneOfTheClasses() throws IOException {
    films("sick", 9);
    films("well", 2);
    refused("BAD_DATASET", "fewer than three patients of class well");
  }

  @Test
  void aClassWithOnlyUnreadableFilms() throws IOException {
    films("sick", 6);
    films("well", 0);
    Files.createDirectories(films.resolve("well"));
    for (int i = 0; i < 6; i++) {
      Files.write(
          films.resolve("well/" + i + ".png"),
          ("\u0089PNG\r\n\u001A\nbroken " + i).getBytes(StandardCharsets.ISO_8859_1));
    }
    refused("BAD_DATASET", "no film of class well that can be read");
  }

  @Test
  void aTableThatNamesMissingFiles() throws IOException {
    films("sick", 4);
    films("well", 4);
    table("file,label", "sick/0.png,sick", "sick/77.png,sick", "well/0.png,well");
    refused("BAD_DATASET", "sick/77.png", "not there");
  }

  @Test
  void labelsThatDifferOnlyByCase() throws IOException {
    films("sick", 4);
    films("well", 4);
    table(
        "file,label",
        "sick/0.png,sick",
        "sick/1.png,Sick",
        "sick/2.png,sick",
        "well/0.png,well",
        "well/1.png,well");
    refused("BAD_DATASET", "sick and Sick", "differ only by case");
  }

  @Test
  void foldersThatDifferOnlyByCase() throws IOException {
    films("sick", 4);
    films("Sick", 4);
    films("well", 4);
    refused("BAD_DATASET", "differ only by case");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsFoundOutBeforeTheFilmsAreLookedAt() throws IOException {
    // Not a data set at all: that would be the next thing to be found out.
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    refused(file.resolve("mine"), "NOT_WRITABLE", "mine");
    Path system = Path.of("/proc");
    Path readOnly = Files.isDirectory(system) ? system : folder.resolve("locked");
    if (!readOnly.equals(system)) {
      Files.createDirectory(readOnly);
      assertThat(readOnly.toFile().setWritable(false)).isTrue();
    }
    refused(readOnly.resolve("mine"), "NOT_WRITABLE", "mine");
  }

  @Test
  void aModelThatIsThereAlready() throws IOException {
    films("sick", 6);
    films("well", 6);
    Path there = Files.createDirectory(folder.resolve("there"));
    refused(there, "EXISTS", there.toString());
    assertThat(there).isEmptyDirectory();
  }
}
