package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.library.Model;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.Weights;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.films.Augmentation;
import negatoscope.training.recipe.Learning;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a training with a fake network on drawn films. */
class TrainingTest {
  private static final int SIDE = 32;
  private static final Cancellation GO_ON = new Cancellation();

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<Epoch> told = new ArrayList<>();

  @Test
  void bothStagesLearnAndTheCardSaysWhatWasMeasured() {
    TrainedModel trained = train(order("model", recipe(1), false), GO_ON);
    assertThat(trained.validation().accuracy()).isGreaterThan(0.8);
    assertThat(told).hasSize(8);
    assertThat(told).extracting(Epoch::stage).contains("head", "whole");
    ModelCard card = trained.model().card();
    assertThat(card.test()).isNull();
    assertThat(card.probes()).isNull();
    assertThat(card.training().data().perClass()).isEqualTo(films().perClass(split().train()));
    assertThat(card.training().split().by()).isEqualTo("patient");
    assertThat(card.embedding()).isNotNull();
    assertThat(Files.exists(folder.resolve("model.weights.bin"))).isFalse();
    assertThat(trained.model().folder().resolve(Model.EVALUATION)).exists();
    assertThat(trained.model().folder().resolve(Model.LICENCES)).hasContent("terms");
  }

  @Test
  void theSameSeedTrainsTheSameModel() {
    String once = train(order("once", recipe(1), false), GO_ON).model().card().id();
    String again = train(order("again", recipe(1), false), GO_ON).model().card().id();
    String other = train(order("other", recipe(1).withSeed(9), false), GO_ON).model().card().id();
    assertThat(again).isEqualTo(once).isNotEqualTo(other);
  }

  @Test
  void testFilmsAreLookedAtOnlyWhenAskedAndEveryLookIsCounted() {
    Model model = train(order("model", recipe(1), true), GO_ON).model();
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
            GO_ON);
    CardTest second = Objects.requireNonNull(Model.of(again.folder()).card().test());
    assertThat(second.looks()).isEqualTo(3);
    assertThat(second.accuracy()).isCloseTo(first.accuracy(), within(1e-12));
  }

  @Test
  void severalRunsStartFromOneHeadAndAreAveraged() {
    train(order("model", recipe(3), false), GO_ON);
    assertThat(engine.networks).isEqualTo(4);
    assertThat(told).filteredOn(epoch -> epoch.stage().equals("whole")).hasSize(12);
  }

  @Test
  void aLossThatIsNoNumberEndsTheRunAndKeepsTheBestWeights() {
    engine.brokenFrom = 60;
    assertThatThrownBy(() -> train(order("model", recipe(1), false), GO_ON))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FINITE));
    assertThat(folder.resolve("model")).doesNotExist();
    assertThat(WeightsFile.read(folder.resolve("model.weights.bin")).names())
        .contains("dense/kernel");
  }

  @Test
  void aCancelledRunLeavesItsBestWeightsAndNoHalfModel() {
    Cancellation cancellation = new Cancellation();
    TrainingOrder order = order("model", recipe(1), false);
    Training training =
        new Training(
            engine,
            TrainingTest::draw,
            epoch -> {
              if (epoch.epoch() == 2) {
                cancellation.cancel();
              }
            });
    assertThatThrownBy(() -> training.run(order, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("model.weights.bin"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void weightsOfAStoppedRunCanBeMadeAModelWithoutFurtherLearning() {
    engine.brokenFrom = 60;
    TrainingOrder order = order("model", recipe(1), false);
    assertThatThrownBy(() -> train(order, GO_ON)).isInstanceOf(Failure.class);
    Weights left = WeightsFile.read(folder.resolve("model.weights.bin"));
    TrainingOrder finish =
        new TrainingOrder(
            "finished",
            folder.resolve("finished"),
            films(),
            split(),
            Backbone.MOBILENET_V2,
            left,
            null,
            recipe(1).withEpochs(0, 0),
            false,
            0,
            "",
            List.of());
    int before = engine.updates;
    assertThat(train(finish, GO_ON).validation().accuracy()).isGreaterThan(0.5);
    assertThat(engine.updates).isEqualTo(before);
  }

  @Test
  void aFilmThatCannotBeReadEndsTheRunWithItsOwnFailure() {
    Training training =
        new Training(
            engine,
            file -> {
              throw new Failure(ErrorCode.TRUNCATED, file + " is cut off.", "");
            },
            told::add);
    assertThatThrownBy(() -> training.run(order("model", recipe(1), false), Progress.NONE, GO_ON))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED));
  }

  @Test
  void anExistingModelIsNotOverwritten() {
    train(order("model", recipe(1), false), GO_ON);
    assertThatThrownBy(() -> train(order("model", recipe(1), false), GO_ON))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.EXISTS));
  }

  @Test
  void progressGrowsToTheTotalAndSaysHowLongItTakes() {
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    Progress progress =
        (at, total, message) -> {
          if (message.endsWith("left")) {
            done.add(at);
            totals.add(total);
          }
        };
    new Training(engine, TrainingTest::draw, told::add)
        .run(order("model", recipe(1), true), progress, GO_ON);
    assertThat(done).isSorted();
    assertThat(totals).containsOnly(totals.get(0));
    assertThat(done.get(done.size() - 1)).isBetween(totals.get(0) * 9 / 10, totals.get(0));
  }

  private TrainedModel train(TrainingOrder order, Cancellation cancellation) {
    return new Training(engine, TrainingTest::draw, told::add)
        .run(order, Progress.NONE, cancellation);
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
    return new Recipe(
        "test",
        1,
        SIDE,
        new HeadSpec.Compact(16, 1, 0, false, HeadSpec.Pooling.LAST),
        new Stage(4, 3, 2, 0.1, 8, 0.9, 1),
        new Stage(4, 3, 2, 0.1, 8, 0.9, 2),
        Learning.EVERYTHING,
        new Augmentation(0.03, 3, 0.03, 5, 0.05, 0, 0),
        1.25,
        0.05,
        0.2,
        Recipe.Balance.SQRT,
        2,
        runs,
        Recipe.Choice.LOG_LOSS);
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
