package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import negatoscope.classification.EngineClassifier;
import negatoscope.evaluation.Figure;
import negatoscope.network.Backbone;
import negatoscope.network.Device;
import negatoscope.network.Weights;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import negatoscope.training.series.ArmResult;
import negatoscope.training.series.SeriesFolder;
import negatoscope.training.series.SeriesPlan;
import negatoscope.training.series.SeriesResult;
import negatoscope.training.series.SeriesRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several trainings of a fake network on drawn films, judged and summed up. */
class SeriesRunTest {
  private static final DataSet FILMS = DrawnTraining.films();
  private static final FilmGroups PATIENTS = FilmGroups.ofPatients(FILMS);

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<String> trainedBefore = new ArrayList<>();
  private Cancellation cancellation = new Cancellation();

  @Test
  void everyFilmIsJudgedOnceByTheFoldThatHasNotSeenIt() {
    SeriesResult result = run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1)));
    ArmResult arm = result.first();
    assertThat(arm.members()).hasSize(2);
    assertThat(arm.films()).hasSize(FILMS.films().size());
    assertThat(arm.films().stream().map(film -> film.film().name()).distinct())
        .hasSize(FILMS.films().size());
    assertThat(arm.judgement().figures().accuracy()).isGreaterThan(0.7);
    assertThat(arm.spread().get(Figure.ACCURACY).mean())
        .isBetween(
            arm.members().stream().mapToDouble(SeriesRunTest::accuracy).min().orElseThrow(),
            arm.members().stream().mapToDouble(SeriesRunTest::accuracy).max().orElseThrow());
    assertThat(arm.members())
        .allMatch(member -> member.model().card().test() != null)
        .allMatch(member -> member.model().card().probes() != null);
    assertThat(arm.probes()).hasSize(2).noneMatch(ProbeFigures::retrained);
    assertThat(arm.probes().get(0).gap().value()).isPositive();
  }

  @Test
  void twoWaysToShareFilmsOutStandSideBySide() throws IOException {
    SeriesResult result = run(folds(SeriesPlan.By.BOTH, DrawnTraining.recipe(1)));
    assertThat(result.arms()).extracting(ArmResult::label).hasSize(2).doesNotContain("");
    String page = page(result);
    assertThat(page).contains("Two ways to share films out", "by film, at random");
    assertThat(folder.resolve("series/plots/roc-2.png")).exists();
  }

  @Test
  void whatIsFinishedIsNotTrainedAgainAndTheRestIs() throws IOException {
    run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1)));
    int networks = engine.networks;
    SeriesResult again = run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1)));
    assertThat(engine.networks).isEqualTo(networks);
    assertThat(trainedBefore).containsExactly("s-fold-1", "s-fold-2");
    assertThat(again.first().members().get(0).model().card().test()).isNotNull();
    AtomicFiles.delete(folder.resolve("s-fold-2"));
    run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1)));
    assertThat(engine.networks).isEqualTo(networks + networks / 2);
  }

  @Test
  void aModelOfOtherSettingsIsNotTakenForAFinishedOne() {
    run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1)));
    assertThatThrownBy(() -> run(folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(2))))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CHANGED));
  }

  @Test
  void aSeriesThatIsCancelledKeepsWhatIsFinished() {
    SeriesPlan plan = folds(SeriesPlan.By.PATIENT, DrawnTraining.recipe(1));
    assertThatThrownBy(
            () ->
                series(
                        (number, of, member, trained) -> {
                          if (number == 2) {
                            cancellation.cancel();
                          }
                        })
                    .run(plan, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("s-fold-1")).exists();
    cancellation = new Cancellation();
    run(plan);
    assertThat(trainedBefore).contains("s-fold-1");
  }

  @Test
  void backbonesStandBesideEachOtherUnderOneSplit() throws IOException {
    Split split = DrawnTraining.split();
    List<SeriesPlan.Member> members =
        List.of(
            new SeriesPlan.Member(
                "s-one",
                "One",
                () -> order("s-one", split, DrawnTraining.recipe(1), Backbone.MOBILENET_V2),
                null),
            new SeriesPlan.Member(
                "s-two",
                "Two",
                () -> order("s-two", split, DrawnTraining.recipe(2), Backbone.DENSENET121),
                null));
    SeriesResult result = run(SeriesPlan.backbones("s", members));
    ArmResult arm = result.first();
    assertThat(arm.againstBest()).hasSize(2);
    assertThat(arm.members().get(arm.best()).validation().logLoss())
        .isEqualTo(
            arm.members().stream()
                .mapToDouble(member -> member.validation().logLoss())
                .min()
                .orElseThrow());
    assertThat(page(result)).contains("best by validation", "MB", "McNemar p");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("series/evaluation.json").toFile());
    assertThat(json.at("/arms/0/members/1/backbone").asText()).isEqualTo("densenet121");
    assertThat(json.at("/arms/0/members/0/best_against_this/mcnemar_exact_p").isNumber()).isTrue();
    assertThat(Files.readAllLines(folder.resolve("series/predictions.csv")))
        .hasSize(split.test().length + 1);
  }

  @Test
  void aCollectionIsJudgedByAModelThatLearnedNothingOfIt() throws IOException {
    FilmGroups single = FilmGroups.single(FILMS.films().size());
    SeriesResult result = run(SeriesPlan.collections("s", FILMS, single, "each", 1, orders(1)));
    assertThat(result.first().members()).hasSize(2);
    assertThat(result.first().members().get(0).judgement().films())
        .allMatch(film -> film.collection().equals("a"));
    assertThat(page(result)).contains("inside the collection left out");
    assertThatThrownBy(() -> SeriesPlan.collections("s", FILMS, single, "nowhere", 1, orders(1)))
        .hasMessageContaining("no collection nowhere");
  }

  @Test
  void aCollectionThatCannotBeLeftOutIsNamed() {
    DataSet lone =
        FILMS.with(
            FILMS.films().stream()
                .filter(film -> film.label() != 0 || film.collection().equals("a"))
                .toList());
    FilmGroups single = FilmGroups.single(lone.films().size());
    SeriesPlan plan = SeriesPlan.collections("s", lone, single, "each", 1, orders(1));
    assertThat(plan.arms().get(0).members()).hasSize(1);
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("a cannot be left out"));
  }

  @Test
  void trainedWithoutLungsNothingIsLeft() throws IOException {
    SeriesResult result = run(SeriesPlan.probes("s", DrawnTraining.split(), orders(1)));
    List<ProbeFigures> probes = result.first().probes();
    assertThat(probes).hasSize(4);
    assertThat(probes.get(2).retrained()).isTrue();
    assertThat(probes.get(2).accuracy().value())
        .isLessThan(result.first().judgement().figures().accuracy());
    assertThat(page(result)).contains("trained anew");
  }

  private String page(SeriesResult result) throws IOException {
    Path out = folder.resolve("series");
    SeriesFolder.begin(out);
    SeriesFolder.write(out, result);
    SeriesFolder.write(out, result);
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page).contains("RESEARCH USE ONLY", "</html>").doesNotContain("NaN");
    assertThat(out.resolve("plots/confusion.png")).exists();
    return page;
  }

  private static double accuracy(negatoscope.training.series.MemberResult member) {
    return member.judgement().figures().accuracy();
  }

  private SeriesPlan folds(SeriesPlan.By by, Recipe recipe) {
    return SeriesPlan.folds(
        "s",
        FILMS,
        PATIENTS,
        new Folds.Drawn(2),
        by,
        1,
        (name, split) -> order(name, split, recipe, Backbone.MOBILENET_V2));
  }

  private BiFunction<String, Split, TrainingOrder> orders(int runs) {
    return (name, split) -> order(name, split, DrawnTraining.recipe(runs), Backbone.MOBILENET_V2);
  }

  private TrainingOrder order(String name, Split split, Recipe recipe, Backbone backbone) {
    return new TrainingOrder(
        name,
        folder.resolve(name),
        FILMS,
        split,
        backbone,
        new Weights(Map.of()),
        null,
        recipe,
        false,
        0,
        "terms",
        List.of());
  }

  private SeriesResult run(SeriesPlan plan) {
    trainedBefore.clear();
    return series(
            (number, of, member, trained) -> {
              if (trained) {
                trainedBefore.add(member.name());
              }
            })
        .run(plan, Progress.NONE, cancellation);
  }

  private SeriesRun series(SeriesRun.Listener listener) {
    return new SeriesRun(
        (order, reader, changed) ->
            new Training(engine, reader).run(order, TrainingWatcher.NONE, control()),
        model -> EngineClassifier.open(model, engine, Device.CPU),
        DrawnTraining::draw,
        listener);
  }

  /** Of a training that ends when the series does. */
  private TrainingControl control() {
    TrainingControl control = new TrainingControl();
    cancellation.whenCancelled(control::cancel);
    return control;
  }
}
