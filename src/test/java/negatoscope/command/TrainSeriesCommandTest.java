package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.training.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} that trains several times, from the terminal, with a fake engine. */
class TrainSeriesCommandTest {

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private Bench bench;
  private Path out;
  private String recipe = "";

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.engine = Optional.of(engine);
    out = folder.resolve("series");
    bench.trainingFilms("pneumonia", "normal", "covid-19");
    recipe = bench.quickRecipe(2);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Bench.Result train(String... more) {
    List<String> words =
        new ArrayList<>(List.of("train", folder.resolve("films").toString(), "--name", "mine"));
    words.addAll(List.of("--classes", "covid-19,pneumonia,normal", "--epochs", "1"));
    words.addAll(List.of("--recipe", recipe, "--out", out.toString()));
    words.addAll(List.of(more));
    return bench.run(words.toArray(new String[0]));
  }

  @Test
  void foldsLeaveAReportAndGoOnWhereTheyWereBrokenOff() throws IOException {
    engine.crashAt = 15;
    assertThat(train("--folds", "2").exit()).isEqualTo(1);
    assertThat(out.resolve("report.html")).doesNotExist();
    engine.crashAt = Integer.MAX_VALUE;
    Bench.Result refused = train("--folds", "2");
    assertThat(refused.err()).contains("EXISTS");
    Bench.Result resumed = train("--folds", "2", "--resume");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("fold 2, accuracy", "pooled, macro AUC", "report.html");
    JsonNode json = new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
    assertThat(json.get("n").asInt()).isEqualTo(3 * Bench.FILMS_A_CLASS);
    assertThat(json.at("/arms/0/members")).hasSize(2);
    assertThat(out.resolve("members/mine-fold-2/card.json")).exists();
    Bench.Result again = train("--folds", "2", "--resume");
    assertThat(again.err()).contains("mine-fold-1 (fold 1), trained before");
  }

  @Test
  void severalBackbonesAreComparedUnderOneSplit() throws IOException {
    Bench.Result result = train("--backbone", "mobilenet-v2,vgg19");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("MobileNetV2, accuracy", "best by validation");
    assertThat(Files.readString(out.resolve("report.html"))).contains("backbones beside each");
  }

  @Test
  void wishesThatExcludeEachOtherAreWrongUsage() {
    assertThat(train("--folds", "2", "--leave-out", "each").exit()).isEqualTo(2);
    assertThat(train("--folds", "1").err()).contains("'1' is neither given nor 2 or more");
    assertThat(train("--folds", "1").exit()).isEqualTo(2);
    assertThat(train("--folds", "given").err()).contains("gives no fold");
    assertThat(train("--folds", "2", "--look").exit()).isEqualTo(2);
    Bench.Result nowhere = train("--leave-out", "nowhere");
    assertThat(nowhere.err()).contains("BAD_DATASET", "no collection nowhere");
    assertThat(train("--folds", "2", "--resume").err()).contains("NOT_FOUND");
    assertThat(out).doesNotExist();
  }
}
