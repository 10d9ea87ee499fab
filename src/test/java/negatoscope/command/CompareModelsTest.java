package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code classify} with several models. */
class CompareModelsTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.others.put("same", new FakeClassifier("same", List.of(0.25, 0.5, 0.25)));
    bench.others.put("other", new FakeClassifier("other", List.of(0.125, 0.25, 0.625)));
    bench.film("1.png", 64);
    bench.film("2.png", 50);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Bench.Result classify(String... more) {
    List<String> line = new java.util.ArrayList<>(List.of("classify"));
    line.add(folder.resolve("1.png").toString());
    line.add(folder.resolve("2.png").toString());
    line.addAll(List.of(more));
    return bench.run(line.toArray(String[]::new));
  }

  @Test
  void modelsStandInColumnsAndALineSaysWhereTheyDisagree() {
    Bench.Result result = classify("--model", "fake-model", "--model", "other");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(3);
    assertThat(result.lines().get(0)).matches("FILE +fake-model +other +WARNINGS");
    assertThat(result.lines().get(1))
        .matches(".*1.png +pneumonia  75.0 % +normal  62.5 % +DISAGREE  -");
    assertThat(result.lines().get(2)).endsWith("DISAGREE  UNLIKE_TRAINING");
    assertThat(result.err())
        .contains("The models disagree on 2.")
        .contains("2 films classified (1 with a warning), 0 refused")
        .contains("Models fake-model, other. Research use only.");
    assertThat(bench.asked).containsExactly("fake-model on AUTO", "other on AUTO");
  }

  @Test
  void modelsThatNameTheSameClassAgree() {
    Bench.Result result = classify("--model", "fake-model", "--model", "same");
    assertThat(result.lines().get(1)).matches(".*pneumonia  75.0 % +pneumonia  50.0 % +agree +-");
    assertThat(result.err()).contains("The models disagree on 0.");
  }

  @Test
  void jsonHasAnObjectForEachFilmAndModel() throws IOException {
    Bench.Result result =
        classify(
            "--model", "fake-model", "--model", "same", "--model", "other", "--format", "json");
    assertThat(result.lines()).hasSize(6);
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < 6; i++) {
      JsonNode object = mapper.readTree(result.lines().get(i));
      assertThat(object.get("file").asText()).endsWith(i < 3 ? "1.png" : "2.png");
      assertThat(object.get("model").get("name").asText())
          .isEqualTo(List.of("fake-model", "same", "other").get(i % 3));
      assertThat(object.get("agree").asBoolean(true)).isFalse();
    }
    JsonNode alone = mapper.readTree(classify("--format", "json").lines().get(0));
    assertThat(alone.has("agree")).as("one model has nothing to agree with").isFalse();
  }

  @Test
  void aFilmThatOneModelCannotAnswerHasTheOthersAnswerAndIsCounted() throws IOException {
    bench.film("1.png", FakeClassifier.BREAKS);
    Bench.Result result = classify("--model", "fake-model", "--model", "same", "--format", "json");
    assertThat(result.exit()).isEqualTo(1);
    JsonNode object = new ObjectMapper().readTree(result.lines().get(1));
    assertThat(object.get("status").asText()).isEqualTo("error");
    assertThat(object.get("model").get("name").asText()).isEqualTo("same");
    assertThat(object.has("agree")).isFalse();
    Files.writeString(folder.resolve("1.png"), "no film");
    Bench.Result text = classify("--model", "fake-model", "--model", "same");
    assertThat(text.lines().get(1)).matches(".*1.png +error  NOT_A_FILM: .*");
    assertThat(text.err()).contains("1 film classified (1 with a warning), 1 refused");
  }

  @Test
  void heatMapsOfEachModelHaveTheirOwnFolder() {
    String maps = folder.resolve("maps").toString();
    classify("--model", "fake-model", "--model", "other", "--heatmaps", maps);
    assertThat(folder.resolve("maps/fake-model/1-pneumonia.png")).isRegularFile();
    assertThat(folder.resolve("maps/other/1-normal.png")).isRegularFile();
  }

  @Test
  void filmsAreWrittenAsTheNetworkSeesThem() throws IOException {
    String tensors = folder.resolve("tensors").toString();
    classify("--tensors", tensors);
    byte[] npy = Files.readAllBytes(folder.resolve("tensors/1.npy"));
    assertThat(npy).hasSize(128 + 4 * 32 * 32);
    classify("--model", "same", "--model", "other", "--tensors", tensors);
    assertThat(folder.resolve("tensors/other/2.npy")).isRegularFile();
  }

  @Test
  void theSameModelTwiceIsWrongUsage() {
    assertThat(classify("--model", "same", "--model", "same").exit()).isEqualTo(2);
    assertThat(bench.asked).isEmpty();
  }
}
