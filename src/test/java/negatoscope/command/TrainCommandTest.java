package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import negatoscope.library.CardTest;
import negatoscope.library.Model;
import negatoscope.training.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} and {@code look} from the terminal, with a fake engine. */
class TrainCommandTest {
  private static final int FILMS = 15;

  @TempDir Path folder;
  private Bench bench;
  private String films = "";
  private String recipe = "";

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.engine = Optional.of(new FakeEngine());
    films = folder.resolve("films").toString();
    for (int i = 0; i < FILMS; i++) {
      bench.film("films/sick/" + i + ".png", 40 + i);
      bench.film("films/well/" + i + ".png", 90 + i);
    }
    Path file = folder.resolve("recipe.json");
    Files.writeString(
        file,
        "{\"side\": 32, \"headStage\": {\"epochs\": 2, \"batch\": 4},"
            + " \"wholeStage\": {\"batch\": 4}}");
    recipe = file.toString();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void trainingLeavesAModelInTheLibraryAndItsFiguresOnStandardOutput() {
    Bench.Result result =
        bench.run("train", films, "--name", "mine", "--recipe", recipe, "--epochs", "1");
    assertThat(result.err()).contains("classes sick, well", "head, run 1, epoch 2 of 2", "whole");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("validation accuracy").doesNotContain("test accuracy");
    assertThat(bench.library().find("mine").card().classes()).containsExactly("sick", "well");
  }

  @Test
  void aLookAtTheTestFilmsIsOnlyTakenWhenAskedAndCounted() {
    String out = folder.resolve("model").toString();
    bench.run("train", films, "--name", "mine", "--recipe", recipe, "--out", out);
    Bench.Result result = bench.run("look", films, "--model", out, "--looks-before", "2");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("test accuracy", "lungs blacked out");
    CardTest test = Objects.requireNonNull(Model.of(Path.of(out)).card().test());
    assertThat(test.looks()).isEqualTo(3);
  }

  @Test
  void wrongWordsAreWrongUsage() {
    for (String[] words :
        new String[][] {
          {"train", films},
          {"train", films, "--name", "a/b"},
          {"train", films, "--name", "a", "--backbone", "resnet"},
          {"train", films, "--name", "a", "--head", "published"},
          {"train", films, "--name", "a", "--preset", "best"},
          {"train", films, "--name", "a", "--epochs", "-1"},
        }) {
      Bench.Result result = bench.run(words);
      assertThat(result.exit()).as(String.join(" ", words)).isEqualTo(Exit.USAGE);
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aBadDataSetOrMissingWeightsEndWithTheirCode() {
    assertThat(bench.run("train", folder.resolve("none").toString(), "--name", "a").err())
        .contains("NOT_FOUND");
    Bench.Result oneClass = bench.run("train", folder.toString(), "--name", "a");
    assertThat(oneClass.err()).contains("BAD_DATASET");
    assertThat(oneClass.exit()).isEqualTo(Exit.FAILED);
    assertThat(bench.run("train", films, "--name", "a", "--weights", "gone.h5").err())
        .contains("NO_WEIGHTS");
  }
}
