package negatoscope.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import negatoscope.evaluation.Figure;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Part;
import negatoscope.training.data.SplitJson;
import negatoscope.training.judging.CentreClassifier;
import negatoscope.training.judging.FilmsToJudge;
import negatoscope.training.judging.Probe;
import negatoscope.training.judging.ProbeFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole evaluation with a classifier that looks at the middle of drawn films. */
class EvaluationRunTest {
  private static final List<String> CLASSES = List.of("covid-19", "pneumonia", "normal");
  private static final int FILMS = 60;

  @TempDir Path folder;

  @Test
  void theFiguresAreThoseOfTheAnswers() {
    Evaluation evaluation = evaluate(0, false);
    ModelVerdict first = evaluation.first();
    assertThat(first.judgement().figures().accuracy()).isEqualTo(1);
    assertThat(first.judgement().films()).hasSize(FILMS);
    assertThat(first.judgement().perCollection()).hasSize(2);
    assertThat(first.judgement().inside()).hasSize(6);
    assertThat(first.heat().outside().value()).isCloseTo(0, within(1e-9));
    assertThat(first.sanity()).hasSize(1);
  }

  @Test
  void aModelThatReadsTheMiddleFallsToChanceWithoutIt() {
    ProbeFigures probe = evaluate(0, false).first().probes().get(0);
    assertThat(probe.probe()).isEqualTo(Probe.LUNGS_AWAY);
    assertThat(probe.accuracy().value()).isCloseTo(probe.chance(), within(1e-9));
    assertThat(probe.gap().low()).isPositive();
    assertThat(probe.aboveChance()).isFalse();
    assertThat(probe.sentence()).contains("no better than chance");
  }

  @Test
  void aFilmThatCannotBeReadIsARowWithItsError() throws IOException {
    Evaluation evaluation = evaluate(0, true);
    assertThat(evaluation.failed()).hasSize(1);
    assertThat(evaluation.first().judgement().films()).hasSize(FILMS - 1);
    ReportFolder.write(folder.resolve("out"), evaluation);
    assertThat(Files.readAllLines(folder.resolve("out/predictions.csv")))
        .hasSize(FILMS + 1)
        .anyMatch(line -> line.contains("error") && line.contains("TRUNCATED"));
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Film 7 is cut off.");
  }

  @Test
  void twoModelsAreComparedOnTheSameFilms() throws IOException {
    Evaluation evaluation = compare();
    var comparison = Objects.requireNonNull(evaluation.comparison());
    assertThat(comparison.agreement().onlyFirstRight()).isPositive();
    assertThat(comparison.differences().get(Figure.ACCURACY).value()).isPositive();
    ReportFolder.write(folder.resolve("out"), evaluation);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile());
    assertThat(json.at("/against_second/only_first_right").asInt())
        .isEqualTo(comparison.agreement().onlyFirstRight());
    assertThat(json.at("/against_second/differences/macro/roc_auc/low").isNumber()).isTrue();
    assertThat(json.at("/second/accuracy").asDouble()).isLessThan(json.get("accuracy").asDouble());
    assertThat(Files.readAllLines(folder.resolve("out/predictions.csv")).get(0))
        .contains("class2", "right2", "p2:covid-19");
  }

  @Test
  void theReportStandsAloneAndEscapesWhatComesFromFiles() throws IOException {
    Evaluation evaluation = compare();
    ReportFolder.write(folder.resolve("out"), evaluation);
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page)
        .contains(
            "RESEARCH USE ONLY",
            "<svg",
            "data:image/jpeg;base64,",
            "99.85 %",
            "&lt;b&gt;film 3",
            "McNemar",
            "Not for diagnosis.")
        .doesNotContain("<b>film", "http-equiv=\"refresh", "<script", "src=\"http", "NaN");
    for (String plot : List.of("roc", "precision-recall", "reliability", "confusion")) {
      assertThat(folder.resolve("out/plots/" + plot + ".svg")).exists();
      assertThat(folder.resolve("out/plots/" + plot + "-2.png")).exists();
    }
    assertThatThrownBy(() -> ReportFolder.write(folder.resolve("out"), evaluation))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.EXISTS));
  }

  @Test
  void filmsOfTheTrainingAreKnownByTheirContentAndLeftOut() throws IOException {
    Model model = model("mine");
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path file = folder.resolve("film" + i);
      Files.writeString(file, "content " + i);
      films.add(new LabelledFilm("film" + i, file, i % 2, "p" + i, "", "", null));
    }
    new ObjectMapper()
        .writeValue(
            model.folder().resolve(SplitJson.FILE).toFile(),
            Map.of("contents", List.of(SplitJson.content(films.get(2).file()).orElseThrow())));
    DataSet dataSet = new DataSet(folder, CLASSES, films);
    FilmsToJudge chosen = choose(dataSet, FilmsToJudge.Choice.TEST, model);
    assertThat(chosen.learned()).extracting(LabelledFilm::name).containsExactly("film2");
    assertThat(chosen.films()).hasSize(3);
    assertThat(chosen.notes()).anyMatch(note -> note.contains("1 film is left out: mine learned"));
    assertThatThrownBy(
            () -> choose(dataSet.with(List.of(films.get(2))), FilmsToJudge.Choice.TEST, model))
        .hasMessageContaining("only films that the model learned from");
  }

  @Test
  void ofADataSetWithPartsOnlyTheTestFilmsAreJudgedUnlessAskedOtherwise() {
    List<LabelledFilm> films =
        List.of(
            new LabelledFilm("a", folder, 0, "a", "", "", Part.TRAIN),
            new LabelledFilm("b", folder, 1, "b", "", "", Part.TEST));
    DataSet dataSet = new DataSet(folder, CLASSES, films);
    FilmsToJudge chosen = choose(dataSet, FilmsToJudge.Choice.TEST, model("mine"));
    assertThat(chosen.films()).extracting(LabelledFilm::name).containsExactly("b");
    assertThat(chosen.notes())
        .anyMatch(note -> note.contains("1 test film is judged, 1 film is left out"));
    assertThat(choose(dataSet, FilmsToJudge.Choice.ALL, model("other")).films()).hasSize(2);
    assertThatThrownBy(() -> choose(dataSet, FilmsToJudge.Choice.VALIDATION, model("third")))
        .hasMessageContaining("no films in the part validation");
  }

  @Test
  void aRunThatIsCancelledEnds() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Model model = model("mine");
    EvaluationRun run = run(model, List.of(new CentreClassifier(model.card(), 0)), false);
    FilmsToJudge films = choose(films(), FilmsToJudge.Choice.TEST, model);
    assertThatThrownBy(() -> run.run(films, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private Evaluation evaluate(int shift, boolean broken) {
    Model model = model("mine");
    return run(model, List.of(new CentreClassifier(model.card(), shift)), broken)
        .run(choose(films(), FilmsToJudge.Choice.TEST, model), Progress.NONE, new Cancellation());
  }

  private Evaluation compare() {
    Model model = model("mine");
    ModelCard other = SampleCards.full("other");
    return run(
            model,
            List.of(new CentreClassifier(model.card(), 0), new CentreClassifier(other, 1)),
            false)
        .run(choose(films(), FilmsToJudge.Choice.TEST, model), Progress.NONE, new Cancellation());
  }

  private static EvaluationRun run(
      Model model, List<CentreClassifier> classifiers, boolean broken) {
    return new EvaluationRun(
        classifiers.stream()
            .map(one -> new EvaluationRun.Opened(new Model(model.folder(), one.card()), one))
            .toList(),
        file -> {
          int number = Integer.parseInt(String.valueOf(file.getFileName()));
          if (broken && number == 7) {
            throw new Failure(ErrorCode.TRUNCATED, "Film 7 is cut off.", "Copy it again.");
          }
          return draw(file, number);
        },
        new EvaluationRun.Options(true, 1));
  }

  private static FilmsToJudge choose(DataSet dataSet, FilmsToJudge.Choice choice, Model model) {
    return FilmsToJudge.of(dataSet, choice, List.of(model), Progress.NONE, new Cancellation());
  }

  private Model model(String name) {
    Path place = folder.resolve("models").resolve(name);
    return SampleCards.write(place, SampleCards.full(name), SampleCards.graph(name));
  }

  private DataSet films() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < FILMS; i++) {
      films.add(
          new LabelledFilm(
              "<b>film " + i,
              Path.of(Integer.toString(i)),
              i % 3,
              "p" + i / 2,
              i < 30 ? "here" : "there",
              i % 2 == 0 ? "PA" : "",
              null));
    }
    return new DataSet(folder, CLASSES, films);
  }

  /** Bright in the middle by its class, a little different from film to film. */
  private static Film draw(Path file, int number) {
    int side = 64;
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      int row = Math.floorDiv(i, side);
      int column = i % side;
      boolean middle = row > 15 && row < 48 && column > 15 && column < 48;
      pixels[i] = (byte) (middle ? (number % 3) * 86 + number : 1 + (row + column) / 4);
    }
    pixels[0] = 0;
    return Film.ofPicture(
        Samples.of8(side, side, 8, false, pixels), Provenance.ofPicture(file, "PNG", "8 bits"));
  }
}
