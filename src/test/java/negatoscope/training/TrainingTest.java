package negatoscope.training;

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
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.library.Model;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.Weights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.films.Augmentation;
import negatoscope.training.judging.TestLook;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Schedule;
import negatoscope.training.recipe.Stage;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a training with a fake network on drawn films. */
class TrainingTest {
  private static final int SIDE = 32;

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<Epoch> told = new ArrayList<>();

  @Test
  void bothStagesLearnAndTheCardSaysWhatWasMeasured() {
    TrainedModel trained = train(order("model", recipe(1), false), new TrainingControl());
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
    String once = train(order("once", recipe(1), false), new TrainingControl()).model().card().id();
    String again =
        train(order("again", recipe(1), false), new TrainingControl()).model().card().id();
    String other =
        train(order("other", recipe(1).withSeed(9), false), new TrainingControl())
            .model()
            .card()
            .id();
    assertThat(again).isEqualTo(once).isNotEqualTo(other);
  }

  @Test
  void testFilmsAreLookedAtOnlyWhenAskedAndEveryLookIsCounted() {
    Model model = train(order("model", recipe(1), true), new TrainingControl()).model();
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
            TrainingTest::draw,
            Progress.NONE,
            new Cancellation());
    CardTest second = Objects.requireNonNull(Model.of(again.folder()).card().test());
    assertThat(second.looks()).isEqualTo(3);
    assertThat(second.accuracy()).isCloseTo(first.accuracy(), within(1e-12));
  }

  @Test
  void severalRunsStartFromOneHeadAndAreAveraged() {
    train(order("model", recipe(3), false), new TrainingControl());
    assertThat(engine.networks).isEqualTo(5);
    assertThat(told).filteredOn(epoch -> epoch.stage().equals("whole")).hasSize(12);
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrainingWithAModelOfTheLastGoodEpoch() {
    engine.brokenFrom = 60;
    TrainedModel trained = train(order("model", recipe(1), false), new TrainingControl());
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
    assertThatThrownBy(() -> train(order("model", recipe(1), false), new TrainingControl()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FINITE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void stoppedItKeepsTheBestEpochSoFar() {
    TrainingControl control = new TrainingControl();
    TrainedModel trained =
        train(
            order("model", recipe(1), false),
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
    assertThat(train(order("model", recipe(1), false), control).epochs()).hasSize(1);
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
                new Training(engine, TrainingTest::draw)
                    .run(
                        order("model", recipe(1), false),
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
    new Training(engine, TrainingTest::draw)
        .run(order("model", recipe(2), true), moments::add, new TrainingControl());
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
    TrainedModel trained = train(order("model", recipe(1), false), new TrainingControl());
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
                    order("model", recipe(1), false), TrainingWatcher.NONE, new TrainingControl()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED));
  }

  @Test
  void anExistingModelIsNotOverwritten() {
    train(order("model", recipe(1), false), new TrainingControl());
    assertThatThrownBy(() -> train(order("model", recipe(1), false), new TrainingControl()))
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
                    "wholeStage", Map.of("epochs", 0)));
    train(order("model", patient, false), new TrainingControl());
    assertThat(told).hasSize(3);
  }

  @Test
  void everyOptionAgainstLearningTheSourceTrains() {
    String plain =
        train(order("plain", recipe(1), false), new TrainingControl()).model().card().id();
    List<Map<String, ?>> options =
        List.of(
            Map.of("weights", Map.of("by", "CLASS_IN_COLLECTION", "strength", 1)),
            Map.of("sampling", Map.of("how", "DRAWN", "by", "CLASS_IN_COLLECTION")),
            Map.of("sampling", Map.of("how", "FILLED", "by", "COLLECTION")),
            Map.of("robust", Map.of("rate", 0.1)),
            Map.of("preparation", Map.of("border", 0.1, "text", true, "greys", "MATCHED")));
    for (int i = 0; i < options.size(); i++) {
      TrainedModel trained =
          train(order("option" + i, recipe(1).with(options.get(i)), false), new TrainingControl());
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
    return new Training(engine, TrainingTest::draw).run(order, watcher, control);
  }

  private TrainingOrder order(String name, Recipe recipe, boolean look) {
    return new TrainingOrder(
        name,
        folder.resolve(name),
        films(),
        split(),
        Backbone.MOBILENET_V2,
        new Weights(Map.of()),
        null,
        recipe,
        look,
        1,
        "terms",
        List.of());
  }

  private static Recipe recipe(int runs) {
    return Recipe.recommended(Backbone.MOBILENET_V2)
        .with(
            Map.of(
                "preset",
                "test",
                "side",
                SIDE,
                "head",
                new HeadSpec.Compact(16, 1, 0, false, HeadSpec.Pooling.LAST),
                "headStage",
                new Stage(4, 3, 2, Schedule.cosine(0.1), 8, 0.9, 1, 0),
                "wholeStage",
                new Stage(4, 3, 2, Schedule.cosine(0.1), 8, 0.9, 2, 0),
                "augmentation",
                new Augmentation(0.03, 3, 0.03, 5, 0.05, 0, 0),
                "fineness",
                1.25,
                "mixup",
                0.2,
                "weights",
                new Balance(Grouping.CLASS, 0.5),
                "runs",
                runs))
        .with(Map.of("averageLast", 2, "choice", Recipe.Choice.LOG_LOSS));
  }

  private static Split split() {
    return Split.make(films(), Split.Shares.USUAL, 4);
  }

  /**
   * 69 patients with a film of each class; the class is on which third of the film the spot lies.
   */
  private static DataSet films() {
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < 207; i++) {
      int label = i % 3;
      String name = label + "-" + i + ".png";
      String collection = i % 2 == 0 ? "a" : "b";
      films.add(new LabelledFilm(name, Path.of(name), label, "p" + i / 3, collection, "", null));
    }
    return new DataSet(Path.of("drawn"), List.of("left", "middle", "right"), films);
  }

  private static Film draw(Path file) {
    String[] parts = file.toString().replace(".png", "").split("-");
    SplittableRandom random = new SplittableRandom(Long.parseLong(parts[1]));
    int label = Integer.parseInt(parts[0]);
    byte[] greys = new byte[60 * 48];
    for (int i = 0; i < greys.length; i++) {
      int x = i % 60;
      int y = Math.floorDiv(i, 60);
      boolean spot = Math.abs(x - (14 + 16 * label)) < 8 && y > 14 && y < 34;
      greys[i] = (byte) (random.nextInt(90) + (spot ? 110 : 0));
    }
    return Film.ofPicture(
        Samples.of8(60, 48, 8, false, greys), Provenance.ofPicture(file, "PNG", "8-bit grey"));
  }
}
