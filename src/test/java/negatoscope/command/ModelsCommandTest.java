package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.library.Library;
import negatoscope.library.SampleCards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change what models are at hand. */
class ModelsCommandTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void make() {
    bench = new Bench(folder);
    SampleCards.write(
        bench.library().folder("mine"), SampleCards.full("mine"), SampleCards.graph("mine"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theListMarksTheDefaultAndSaysWhereAModelComesFromAndHowLargeItIs() throws IOException {
    bench.run("models", "default", "mine");
    Bench.Result list = bench.run("models", "list");
    assertThat(list.lines().get(0)).matches("  NAME +ORIGIN +BACKBONE +MB +ACCURACY .*");
    assertThat(list.lines().get(1))
        .matches("  mobilenet-v2-films +bundled +mobilenet-v2 +\\d+\\.\\d .*");
    assertThat(list.lines().get(2)).matches("\\* mine +own +mobilenet-v2 +0.0 +0.750 .*");
    JsonNode json =
        new ObjectMapper().readTree(bench.run("models", "list", "--format", "json").lines().get(1));
    assertThat(json.get("default").asBoolean()).isTrue();
    assertThat(json.get("bundled").asBoolean()).isFalse();
    assertThat(json.get("bytes").asLong()).isPositive();
  }

  @Test
  void aModelGoesOutAsAZipAndComesInUnderAnotherName() {
    assertThat(bench.run("models", "export", "mine", "--out", path("m.zip")).exit()).isZero();
    assertThat(bench.run("models", "export", "mine", "--out", path("m.zip")).err())
        .startsWith("EXISTS: ");
    Bench.Result again = bench.run("models", "import", path("m.zip"));
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).startsWith("EXISTS: There is already a model mine.");
    Bench.Result other = bench.run("models", "import", path("m.zip"), "--name", "copy");
    assertThat(other.exit()).isZero();
    assertThat(other.out()).as("nothing but results goes to standard output").isEmpty();
    assertThat(bench.run("models", "show", "copy").exit()).isZero();
  }

  @Test
  void whatIsNoModelEndsWithItsCode() throws IOException {
    String text = Files.writeString(folder.resolve("a.txt"), "text").toString();
    Bench.Result result = bench.run("models", "import", text);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).startsWith("BAD_MODEL: ").hasLineCount(1);
    assertThat(bench.run("models", "import").exit()).isEqualTo(2);
  }

  @Test
  void aModelIsRemovedOnlyOnTheUsersWordAndComesBack() {
    Bench.Result asked = bench.run("models", "remove", "mine");
    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.err()).startsWith("mine (0.0 MB) would be removed. Add --yes");
    assertThat(bench.run("models", "show", "mine").exit()).isZero();
    assertThat(bench.run("models", "remove", "mine", "--yes").exit()).isZero();
    assertThat(bench.run("models", "show", "mine").exit()).isEqualTo(3);
    assertThat(bench.run("models", "restore", "yours").err()).contains("Kept are mine.");
    assertThat(bench.run("models", "restore", "mine").exit()).isZero();
    assertThat(bench.run("models", "show", "mine").exit()).isZero();
    assertThat(bench.run("models", "remove", "none").exit()).isEqualTo(3);
    assertThat(bench.run("models", "remove", Library.BUNDLED, "--yes").err())
        .startsWith("BAD_MODEL: The model mobilenet-v2-films comes with the program");
  }

  @Test
  void theDefaultIsSaidAndChosenAndWhatCannotBeUsedIsSaid() throws IOException {
    assertThat(bench.run("models", "default").out().strip()).isEqualTo(Library.BUNDLED);
    assertThat(bench.run("models", "default", "mine").out().strip()).isEqualTo("mine");
    assertThat(bench.run("models", "default", "none").exit()).isEqualTo(3);
    bench.run("models", "rename", "mine", "ours");
    assertThat(bench.run("models", "default").out().strip()).isEqualTo("ours");
    bench.run("models", "remove", "ours", "--yes");
    bench.film("1.png", 64);
    Bench.Result result = bench.run("classify", path("1.png"));
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("The default model ours cannot be used");
    assertThat(bench.asked).containsExactly("default on AUTO");
  }
}
