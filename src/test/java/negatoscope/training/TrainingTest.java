package negatoscope.training;

import static negatoscope.training.DrawnTraining.films;
import static negatoscope.training.DrawnTraining.order;
import static negatoscope.training.DrawnTraining.recipe;
import static negatoscope.training.DrawnTraining.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import negatoscope.library.Model;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.judging.TestLook;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a training with a fake network on drawn films. */
class TrainingTest {

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<Epoch> told = new ArrayList<>();

  @Test
  void bothStagesLearnAndTheCardSaysWhatWasMeasured() {
    TrainedModel trained = train(order(folder, "model", recipe(1), false), new TrainingControl());
    assertThat(trained.validation().accuracy()).isGreaterThan(0.8);
    assertThat(told).hasSize(8);
    assertThat(told).extracting(Epoch::stage).contains("head", "whole");
    ModelCard card = trained.model().card();
    assertThat(card.test()).isNull();
    assertThat(card.probes()).isNull();
    assertThat(card.training().data().perClass()).isEqualTo(films().perClass(split().train()));
    assertThat(card.training().split().by()).isEqualTo("patient");
    assertThat(card.embedding()).isNotNull();
    assertThat(Files.exists(folder.resolve("model.checkpoint"))).isFalse();
    assertThat(trained.model().folder().resolve(Model.EVALUATION)).exists();
    assertThat(trained.model().folder().resolve(Model.LICENCES)).hasContent("terms");
  }

  @Test
  void theSameSeedTrainsTheSameModel() {
    String once =
        train(order(folder, "once", recipe(1), false), new TrainingControl()).model().card().id();
    String again =
        train(order(folder, "again", recipe(1), false), new TrainingControl()).model().card().id();
    String other =
        train(order(folder, "other", recipe(1).withSeed(9), false), new TrainingControl())
            .model()
            .card()
            .id();
    assertThat(again).isEqualTo(once).isNotEqualTo(other);
  }

  @Test
  void testFilmsAreLookedAtOnlyWhenAskedAndEveryLookIsCounted() {
    Model model = train(order(folder, "model", recipe(1), true), new TrainingControl()).model();
    CardTest first = Objects.requireNonNull(model.card().test());
    assertThat(first.looks()).isEqualTo(2);
    assertThat(first.films()).isEqualTo(split().test().length);
    assertThat(first.insideCollection()).isNotEmpty();
    assertThat(Objects.requireNonNull(first.intervals().get("accuracy")).low())
        .isLessThanOrEqualTo(first.accuracy());
    assertThat(
            Objects.requireNonNull(Objects.requireNonNull(model.card().probes()).lungsAway())
                .accuracy())
        .isLessThan(first.accuracy());
    Model again =
        TestLook.look(
            Model.of(model.folder()),
            films(),
            split(),
            0,
            engine,
            DrawnTraining::draw,
            Progress.NONE,
            new Cancellation());
    CardTest second = Objects.requireNonNull(Model.of(again.folder()).card().test());
    assertThat(second.looks()).isEqualTo(3);
    assertThat(second.accuracy()).isCloseTo(first.accuracy(), within(1e-12));
  }

  @Test
  void severalRunsStartFromOneHeadAndAreAveraged() {
    train(order(folder, "model", recipe(3), false), new TrainingControl());
    assertThat(engine.networks).isEqualTo(5);
    assertThat(told).filteredOn(epoch -> epoch.stage().equals("whole")).hasSize(12);
  }

  @Test
  void everyEpochIsJudgedByItsOwnWeightsHoweverFewUpdatesItHas() {
    Recipe oneUpdateAnEpoch =
        recipe(1)
            .with(
                Map.of(
                    "headStage",
                    Map.of("epochs", 7, "batch", 1000, "averageDecay", 0.99, "averageEvery", 4)))
            .withEpochs(7, 0);
    train(order(folder, "model", oneUpdateAnEpoch, false), new TrainingControl());
    assertThat(told)
        .hasSize(7)
        .extracting(epoch -> epoch.validation().loss())
        .doesNotHaveDuplicates();
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingWithAModelOfTheLastGoodEpoch() {
    engine.brokenFrom = 60;
    TrainedModel trained = train(order(folder, "model", recipe(1), false), new TrainingControl());
    Failure trouble = trained.trouble().orElseThrow();
    assertThat(trouble.code()).isEqualTo(ErrorCode.NOT_FINITE);
    assertThat(trouble.sentence()).contains("epoch", "stage");
    assertThat(trained.validation().accuracy()).isGreaterThan(0.5);
    assertThat(Model.of(folder.resolve("model")).verified().card().training().bestEpoch())
        .isPositive();
  }

  @Test
  void aLossThatIsNoNumberInTheFirstEpochLeavesNothing() {
    engine.brokenFrom = 3;
    assertThatThrownBy(() -> train(order(folder, "model", recipe(1), false), new TrainingControl()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FINITE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void stoppedItKeepsTheBestEpochSoFar() {
    TrainingControl control = new TrainingControl();
    TrainedModel trained =
        train(
            order(folder, "model", recipe(1), false),
            control,
            epoch -> {
              if (epoch.stage().equals("whole") && epoch.epoch() == 2) {
                control.stop();
              }
            });
    assertThat(trained.trouble()).isEmpty();
    assertThat(told).hasSize(6);
    assertThat(trained.validation()).isIn(told.stream().map(Epoch::validation).toList());
  }

  @Test
  void stoppedBeforeTheFirstEpochItLearnsThatOne() {
    TrainingControl control = new TrainingControl();
    control.stop();
    assertThat(train(order(folder, "model", recipe(1), false), control).epochs()).hasSize(1);
  }

  @Test
  void pausedItWaitsAndGoesOnAndTheTimeIsNotCounted() throws Exception {
    TrainingControl control = new TrainingControl();
    CountDownLatch paused = new CountDownLatch(1);
    List<TrainingMoment> moments = Collections.synchronizedList(new ArrayList<>());
    control.pause();
    Thread run =
        new Thread(
            () ->
                new Training(engine, DrawnTraining::draw)
                    .run(
                        order(folder, "model", recipe(1), false),
                        moment -> {
                          moments.add(moment);
                          if (moment.phase() == TrainingMoment.Phase.PAUSED) {
                            paused.countDown();
                          }
                        },
                        control));
    run.start();
    assertThat(paused.await(20, TimeUnit.SECONDS)).isTrue();
    int before = moments.size();
    Thread.sleep(1500);
    assertThat(moments).hasSize(before);
    control.goOn();
    run.join(TimeUnit.SECONDS.toMillis(60));
    assertThat(run.isAlive()).isFalse();
    CardTraining card = Model.of(folder.resolve("model")).card().training();
    assertThat(card.seconds()).isLessThan(60);
    assertThat(control.time()).isLessThan(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(1400));
  }

  @Test
  void aWatcherSeesEveryFigureAsItMoves() {
    List<TrainingMoment> moments = new ArrayList<>();
    new Training(engine, DrawnTraining::draw)
        .run(order(folder, "model", recipe(2), true), moments::add, new TrainingControl());
    assertThat(moments).extracting(TrainingMoment::share).isSorted();
    assertThat(moments.get(moments.size() - 1).share()).isBetween(0.9, 1.0);
    assertThat(moments).allMatch(moment -> moment.memory() > 0 && moment.secondsLeft() >= 0);
    assertThat(moments)
        .extracting(TrainingMoment::phase)
        .contains(
            TrainingMoment.Phase.PREPARING,
            TrainingMoment.Phase.LEARNING,
            TrainingMoment.Phase.FINISHING);
    List<TrainingMoment.Running> running =
        moments.stream().map(TrainingMoment::epoch).filter(Objects::nonNull).toList();
    assertThat(running).anyMatch(one -> one.films() < one.ofFilms());
    assertThat(running).anyMatch(one -> one.films() == one.ofFilms());
    assertThat(running)
        .allMatch(one -> one.rate() > 0 && one.filmsPerSecond() > 0 && one.loss() > 0)
        .allMatch(one -> one.accuracy() >= 0 && one.accuracy() <= 1);
    assertThat(running).anyMatch(one -> one.stage().equals("whole") && one.run() == 2);
    assertThat(running.get(running.size() - 1).accuracy()).isGreaterThan(0.6);
  }

  @Test
  void theCourseOfTheTrainingLiesBesideTheModel() throws Exception {
    TrainedModel trained = train(order(folder, "model", recipe(1), false), new TrainingControl());
    JsonNode epochs =
        new ObjectMapper()
            .readTree(folder.resolve("model").resolve(Model.EVALUATION).toFile())
            .path("epochs");
    assertThat(epochs).hasSize(8);
    assertThat(epochs.get(7).path("loss").asDouble()).isEqualTo(trained.epochs().get(7).loss());
    assertThat(epochs.get(7).at("/validation/loss").asDouble())
        .isEqualTo(trained.epochs().get(7).validation().loss());
  }

  @Test
  void aFilmThatCannotBeReadEndsTheRunWithItsOwnFailure() {
    Training training =
        new Training(
            engine,
            file -> {
              throw new Failure(ErrorCode.TRUNCATED, file + " is cut off.", "");
            });
    assertThatThrownBy(
            () ->
                training.run(
                    order(folder, "model", recipe(1), false),
                    TrainingWatcher.NONE,
                    new TrainingControl()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED));
  }

  @Test
  void anExistingModelIsNotOverwritten() {
    train(order(folder, "model", recipe(1), false), new TrainingControl());
    assertThatThrownBy(() -> train(order(folder, "model", recipe(1), false), new TrainingControl()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.EXISTS));
  }

  @Test
  void aStageEndsEarlyWhenValidationDoesNotBecomeBetter() {
    Recipe patient =
        recipe(1)
            .with(
                Map.of(
                    "headStage", Map.of("epochs", 9, "rate", 1e-9, "stopAfter", 2),
                    "choice", Recipe.Choice.MACRO_AUC,
                    "wholeStage", Map.of("epochs", 0)));
    train(order(folder, "model", patient, false), new TrainingControl());
    assertThat(told).hasSize(3);
  }

  @Test
  void everyOptionAgainstLearningTheSourceTrains() {
    String plain =
        train(order(folder, "plain", recipe(1), false), new TrainingControl()).model().card().id();
    List<Map<String, ?>> options =
        List.of(
            Map.of("weights", Map.of("by", "CLASS_IN_COLLECTION", "strength", 1)),
            Map.of("sampling", Map.of("how", "DRAWN", "by", "CLASS_IN_COLLECTION")),
            Map.of("sampling", Map.of("how", "FILLED", "by", "COLLECTION")),
            Map.of("robust", Map.of("rate", 0.1)),
            Map.of("preparation", Map.of("border", 0.1, "text", true, "greys", "MATCHED")));
    for (int i = 0; i < options.size(); i++) {
      TrainedModel trained =
          train(
              order(folder, "option" + i, recipe(1).with(options.get(i)), false),
              new TrainingControl());
      assertThat(trained.model().card().id()).as(options.get(i).toString()).isNotEqualTo(plain);
      assertThat(trained.validation().accuracy()).isGreaterThan(0.6);
      assertThat(trained.model().card().tensorOptions())
          .isEqualTo(recipe(1).with(options.get(i)).input());
    }
  }

  private TrainedModel train(TrainingOrder order, TrainingControl control) {
    return train(order, control, epoch -> {});
  }

  private TrainedModel train(
      TrainingOrder order, TrainingControl control, Consumer<Epoch> listener) {
    TrainingWatcher watcher =
        TrainingWatcher.ofEpochs(
            epoch -> {
              told.add(epoch);
              listener.accept(epoch);
            });
    return new Training(engine, DrawnTraining::draw).run(order, watcher, control);
  }
}
