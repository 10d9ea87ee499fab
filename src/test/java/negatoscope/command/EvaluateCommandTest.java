package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import negatoscope.library.SampleCards;
import negatoscope.training.data.SplitJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir Path folder;
  private Bench bench;
  private String model = "";
  private String films = "";
  private String out = "";

  @BeforeEach
  void filmsAndAModel() throws IOException {
    bench = new Bench(folder);
    model = folder.resolve("fake-model").toString();
    SampleCards.write(Path.of(model), SampleCards.full("fake-model"), SampleCards.graph("fake"));
    films = folder.resolve("films").toString();
    out = folder.resolve("report").toString();
    for (int i = 0; i < 3; i++) {
      bench.film("films/Pneumonia/a" + i + ".png", 64);
      bench.film("films/NORMAL/b" + i + ".png", 50 + i);
    }
  }

  @Test
  void aReportIsLeftAndTheMainFiguresArePrinted() throws IOException {
    Bench.Result result = bench.run("evaluate", films, "--model", model, "--out", out);
    assertThat(result.err()).contains("not known here");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("films judged", "0.5000", "report.html");
    for (String file : List.of("report.html", "evaluation.json", "predictions.csv", "plots")) {
      assertThat(Path.of(out, file)).exists();
    }
    JsonNode json = new ObjectMapper().readTree(Path.of(out, "evaluation.json").toFile());
    assertThat(json.get("accuracy").asDouble()).isEqualTo(0.5);
    assertThat(json.get("model").asText()).isEqualTo("fake-model");
    assertThat(json.at("/confusion/2/1").asInt()).isEqualTo(3);
    assertThat(json.at("/intervals/accuracy/low").isNumber()).isTrue();
  }

  @Test
  void damagedFilmsAndThoseThatBreakTheEngineAreRowsWithTheirError() throws IOException {
    Files.writeString(folder.resolve("films/NORMAL/broken.png"), "\u0089PNG\r\n\u001a\nno more");
    Files.write(
        folder.resolve("films/NORMAL/cut.png"),
        java.util.Arrays.copyOf(Files.readAllBytes(folder.resolve("films/NORMAL/b0.png")), 60));
    bench.film("films/NORMAL/engine.png", FakeClassifier.BREAKS);
    Bench.Result result = bench.run("evaluate", films, "--model", model, "--out", out);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("films that could not be judged");
    assertThat(Files.readAllLines(Path.of(out, "predictions.csv")))
        .anyMatch(row -> row.contains("engine.png") && row.contains("NOT_FINITE"))
        .anyMatch(row -> row.contains("cut.png") && row.contains("error"));
  }

  @Test
  void filmsOfTheTrainingAreLeftOutAndItIsSaid() throws IOException {
    Files.write(
        Path.of(model, SplitJson.FILE),
        new ObjectMapper()
            .writeValueAsBytes(
                Map.of("train", List.of("Pneumonia/a0.png"), "validation", List.of())));
    Bench.Result result = bench.run("evaluate", films, "--model", model, "--out", out);
    assertThat(result.err()).contains("1 film is left out: fake-model learned");
    assertThat(result.out()).containsPattern("films judged +5");
    assertThat(Files.readString(Path.of(out, "predictions.csv"))).contains("learned");
  }

  @Test
  void twoModelsAreCompared() throws IOException {
    String other = folder.resolve("other").toString();
    SampleCards.write(Path.of(other), SampleCards.full("other"), SampleCards.graph("other"));
    bench.others.put(other, new FakeClassifier("other", List.of(0.125, 0.125, 0.75)));
    Bench.Result result =
        bench.run("evaluate", films, "--model", model, "--against", other, "--out", out);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("accuracy minus other", "McNemar");
    assertThat(Files.readString(Path.of(out, "report.html"))).contains("fake-model beside other");
  }

  @Test
  void whatCannotBeJudgedIsRefusedInASentenceAndNothingIsWritten() throws IOException {
    refused(2, "", "evaluate", films, "--model", model);
    refused(3, "NO_MODEL", "evaluate", films, "--model", "nobody", "--out", out);
    refused(1, "NOT_FOUND", "evaluate", films + "no", "--model", model, "--out", out);
    bench.film("films/Tuberculosis/c.png", 64);
    Bench.Result unknown =
        refused(1, "BAD_DATASET", "evaluate", films, "--model", model, "--out", out);
    assertThat(unknown.err()).contains("Tuberculosis", "covid-19, pneumonia, normal");
    Files.createDirectories(folder.resolve("empty"));
    refused(
        1,
        "BAD_DATASET",
        "evaluate",
        folder.resolve("empty").toString(),
        "--model",
        model,
        "--out",
        out);
    Files.writeString(folder.resolve("file"), "in the way");
    refused(
        1,
        "NOT_WRITABLE",
        "evaluate",
        films,
        "--model",
        model,
        "--out",
        folder.resolve("file/report").toString());
    refused(1, "EXISTS", "evaluate", films, "--model", model, "--out", films);
  }

  private Bench.Result refused(int exit, String code, String... arguments) {
    Bench.Result result = bench.run(arguments);
    assertThat(result.exit()).as(result.err()).isEqualTo(exit);
    assertThat(result.err()).contains(code);
    assertThat(result.out()).isEmpty();
    assertThat(Path.of(out)).doesNotExist();
    return result;
  }
}
