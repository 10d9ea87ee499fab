package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.evaluation.Predictions;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.training.judging.EvaluationFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsThresholdsCommandTest {
  @TempDir Path folder;
  private Bench bench;
  private Model model = new Model(Path.of(""), SampleCards.full("none"));

  /** Settings that a model's file must hold in some form. */
  private record Settings(int epochs) {}

  @BeforeEach
  void aModelWithValidationCurves() {
    bench = new Bench(folder);
    Path place = folder.resolve("home/models/mine");
    model = SampleCards.write(place, SampleCards.full("mine"), SampleCards.graph("mine"));
    double[][] said = {
      {0.75, 0.125, 0.125},
      {0.5, 0.25, 0.25},
      {0.25, 0.5, 0.25},
      {0.375, 0.5, 0.125},
      {0.125, 0.25, 0.625},
      {0.25, 0.125, 0.625}
    };
    EvaluationFile.write(
        place,
        model.card(),
        new Settings(1),
        List.of(),
        new Predictions(new int[] {0, 0, 0, 1, 1, 2}, said));
  }

  @Test
  void aThresholdIsChosenOnTheValidationFilmsAndKept() {
    Bench.Result result = bench.run("models", "thresholds", "mine", "--sensitivity", "0.6");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("covid-19", "from 50.0 % on");
    CardOperatingPoint point = point("covid-19");
    assertThat(point.threshold()).isEqualTo(0.5);
    assertThat(point.sensitivity()).isEqualTo(2 / 3.0);
    assertThat(point.specificity()).isEqualTo(1);
    assertThat(bench.run("models", "show", "mine").out())
        .contains("From which probability", "from 50.0 % on: sensitivity 0.667");
  }

  @Test
  void classifyingSaysWhichClassesAFilmCountsAs() throws IOException {
    bench.film("film.png", 64);
    FakeClassifier chosen =
        new FakeClassifier(
            SampleCards.full("mine")
                .withOperatingPoints(
                    Map.of(
                        "pneumonia", new CardOperatingPoint(0.7, 0.9, 0.8),
                        "normal", new CardOperatingPoint(0.5, 0.9, 0.8))),
            List.of(0.125, 0.75, 0.125));
    bench.others.put("mine", chosen);
    String film = folder.resolve("film.png").toString();
    assertThat(bench.run("classify", film, "--model", "mine", "--format", "json").out())
        .contains("\"called\":[\"pneumonia\"]");
    assertThat(bench.run("classify", film, "--model", "mine").out())
        .contains("COUNTS AS")
        .containsPattern("12\\.5 %\\s+pneumonia\\s+-");
    assertThat(bench.run("classify", film).out())
        .as("a model without thresholds")
        .doesNotContain("COUNTS AS");
  }

  @Test
  void anotherClassKeepsItsThreshold() {
    bench.run("models", "thresholds", "mine", "--sensitivity", "0.6");
    bench.run("models", "thresholds", "mine", "--class", "covid-19", "--specificity", "0.6");
    assertThat(point("covid-19").specificity()).isGreaterThanOrEqualTo(0.6);
    assertThat(point("covid-19").threshold()).isLessThan(0.5);
    assertThat(point("normal").threshold()).isEqualTo(0.625);
  }

  @Test
  void whatCannotBeIsRefused() throws IOException {
    assertThat(bench.run("models", "thresholds", "mine").exit()).isEqualTo(2);
    assertThat(bench.run("models", "thresholds", "mine", "--sensitivity", "2").exit()).isEqualTo(2);
    Bench.Result unknown =
        bench.run("models", "thresholds", "mine", "--class", "flu", "--sensitivity", "0.9");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no class flu");
    Bench.Result bundled =
        bench.run("models", "thresholds", "mobilenet-v2-films", "--sensitivity", "0.9");
    assertThat(bundled.err()).contains("NOT_WRITABLE", "comes with the program");
    Files.writeString(model.folder().resolve(Model.EVALUATION), "{}");
    assertThat(bench.run("models", "thresholds", "mine", "--sensitivity", "0.9").err())
        .contains("BAD_MODEL", "no curves of its validation films");
  }

  private CardOperatingPoint point(String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(Model.of(model.folder()).card().operatingPoints()).get(name));
  }
}
