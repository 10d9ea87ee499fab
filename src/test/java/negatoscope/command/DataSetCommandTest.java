package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.command.conventions.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dataset} from the terminal. */
class DataSetCommandTest {
  @TempDir Path folder;
  private Bench bench;
  private String films = "";

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    films = folder.resolve("films").toString();
    for (int i = 0; i < 12; i++) {
      bench.spots("films/sick/p%d_a.png".formatted(i), 70, i);
      bench.spots("films/well/q%d_b.png".formatted(i), 120, 100 + i);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theReportHasCountsTheSplitAndWhatMayBeLearnedInPlaceOfTheDisease() throws IOException {
    Files.write(
        folder.resolve("films/sick/broken.png"),
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0});
    Bench.Result result = bench.run("dataset", films);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("25 films of 25 patients in 2 classes.")
        .contains("split", "train", "validation", "Drawn with seed 1")
        .contains("Films that cannot be read:", "broken.png")
        .contains("! Size and border alone tell the classes apart", "the make of the files")
        .contains("PATIENTS_UNKNOWN", "UNREADABLE", "SMALL_FILM", "Research use only.");
  }

  @Test
  void jsonHasTheSameForPrograms() throws IOException {
    Bench.Result result =
        bench.run("dataset", films, "--format", "json", "--patients", "[pq](\\d+)_", "--seed", "4");
    JsonNode root = new ObjectMapper().readTree(result.out());
    assertThat(root.path("schema").asInt()).isEqualTo(1);
    assertThat(root.path("films").asInt()).isEqualTo(24);
    assertThat(root.path("patients").asInt()).isEqualTo(12);
    assertThat(root.path("patientSources").path("pattern").asInt()).isEqualTo(24);
    assertThat(root.path("classes").get(0).path("perClass").path("sick").asInt()).isEqualTo(12);
    JsonNode split = root.path("splits").get(0);
    assertThat(split.path("seed").asInt()).isEqualTo(4);
    assertThat(split.path("train").path("films").asInt()).isGreaterThan(10);
    assertThat(root.path("shortcuts").get(0).path("aucLow").asDouble()).isGreaterThan(0.6);
    assertThat(root.path("findings")).isNotEmpty();
  }

  @Test
  void theSplitsOfACrossValidationAreShownWhereTheyCanBeMade() {
    assertThat(bench.run("dataset", films, "--folds", "3").out())
        .contains("This is fold 1 of 3, drawn with seed 1.", "This is fold 3 of 3");
    assertThat(bench.run("dataset", films, "--folds", "13").out())
        .contains("No split can be made", "fewer than 13 patients of class sick");
    assertThat(bench.run("dataset", films, "--leave-one-out").out())
        .contains("No split can be made: Without any one collection");
    assertThat(bench.run("dataset", films, "--folds", "1").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void whatIsNoDataSetIsRefusedInASentence() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Bench.Result result = bench.run("dataset", empty.toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("BAD_DATASET", "holds no film").doesNotContain("\tat ");
    assertThat(bench.run("dataset", films, "--patients", "p(").err()).contains("BAD_DATASET");
    assertThat(bench.run("dataset", films, "--side", "0").exit()).isEqualTo(2);
  }
}
