package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.Randomised;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the checks of a heat map find, and how they wait for the engine. */
@Timeout(60)
class ChecksTest {
  private static final int SIDE = 64;
  private static final int CELLS = 8;

  private static EngineClassifier open(Engine engine) {
    TensorOptions input = new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX);
    return EngineClassifier.open(
        new Model(Path.of("folder"), SampleCards.card("fake", null, null, input)),
        engine,
        Device.CPU,
        8);
  }

  private static EngineClassifier open() {
    return open(new BrightnessEngine(SIDE, CELLS));
  }

  /** Black, but for a white cell's worth of pixels in the second row and last column of cells. */
  private static Film spot() {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 8; y < 16; y++) {
      for (int x = SIDE - 8; x < SIDE; x++) {
        pixels[y * SIDE + x] = (byte) 255;
      }
    }
    return SampleFilms.picture(SIDE, SIDE, pixels);
  }

  private static HeatMap map(Classifier classifier, String className) {
    return classifier
        .classify(spot(), Set.of(CamMethod.GRADCAM), new Cancellation())
        .join()
        .heatMap(className, CamMethod.GRADCAM)
        .orElseThrow();
  }

  private static Faithfulness faithfulness(Classifier classifier, HeatMap map) {
    return classifier.faithfulness(spot(), map, Progress.NONE, new Cancellation()).join();
  }

  @Test
  void aMapOfWhatTheNetworkGoesByIsBetterThanRandomAndItsOppositeIsWorse() {
    try (Classifier classifier = open()) {
      HeatMap right = map(classifier, "covid-19");
      float[] turned = right.values().clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] = 255 - turned[i];
      }
      HeatMap wrong =
          new HeatMap("covid-19", CamMethod.GRADCAM, CELLS, CELLS, turned, right.geometry());
      Faithfulness good = faithfulness(classifier, right);
      Faithfulness bad = faithfulness(classifier, wrong);
      assertThat(good.betterThanRandom()).isTrue();
      assertThat(good.deletion()).isLessThan(good.randomDeletion() - 0.1);
      assertThat(good.insertion()).isGreaterThan(good.randomInsertion() + 0.1);
      assertThat(bad.betterThanRandom()).isFalse();
      assertThat(bad.deletion()).isGreaterThan(bad.randomDeletion());
      assertThat(bad.insertion()).isLessThan(bad.randomInsertion());
      assertThat(bad.randomDeletion()).isEqualTo(good.randomDeletion());
    }
  }

  @Test
  void theCurvesLeadFromTheFilmToTheBlurredFilmAndBackAndTheAreasAreTheirs() {
    try (Classifier classifier = open()) {
      Classification said = classifier.classify(spot(), Set.of(), new Cancellation()).join();
      Faithfulness found = faithfulness(classifier, map(classifier, "covid-19"));
      assertThat(found.deletionCurve()).hasSize(33);
      assertThat(found.insertionCurve()).hasSize(33);
      assertThat(found.deletionCurve().get(0)).isEqualTo(said.probabilities().get(0));
      assertThat(found.insertionCurve().get(32)).isEqualTo(said.probabilities().get(0));
      assertThat(found.deletionCurve().get(32)).isEqualTo(found.insertionCurve().get(0));
      double area = 0;
      for (int i = 0; i < 32; i++) {
        area += (found.deletionCurve().get(i) + found.deletionCurve().get(i + 1)) / 64;
      }
      assertThat(found.deletion()).isCloseTo(area, within(1e-12));
    }
  }

  @Test
  void anEmptyMapAndAForeignOneAreNotMeasured() {
    try (Classifier classifier = open()) {
      HeatMap empty = map(classifier, "pneumonia");
      assertThat(empty.empty()).isTrue();
      assertThatThrownBy(() -> faithfulness(classifier, empty))
          .isInstanceOf(IllegalArgumentException.class);
      HeatMap foreign =
          new HeatMap("cat", CamMethod.GRADCAM, 1, 1, new float[] {1}, empty.geometry());
      assertThatThrownBy(() -> faithfulness(classifier, foreign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aMapThatFollowsTheWeightsChangesWithThemAndADegenerateOneIsCaught() {
    try (Classifier classifier = open()) {
      SanityCheck good = sanity(classifier, "covid-19");
      assertThat(good.changed()).isTrue();
      assertThat(good.similarity()).isBetween(-0.4, 0.4);
      assertThat(good.stages())
          .extracting(SanityCheck.Stage::randomised)
          .containsExactly(Randomised.values());
      SanityCheck constant = sanity(classifier, "normal");
      assertThat(constant.changed()).isFalse();
      assertThat(constant.similarity()).isEqualTo(1);
    }
  }

  private static SanityCheck sanity(Classifier classifier, String className) {
    return classifier
        .sanity(spot(), CamMethod.HIRESCAM, className, Progress.NONE, new Cancellation())
        .join();
  }

  @Test
  void filmsGoBeforeTheNextBatchOfACheck() throws Exception {
    FakeEngine engine = new FakeEngine(SIDE, 3);
    try (Classifier classifier = open(engine)) {
      List<Long> batchesDone = new ArrayList<>();
      CompletableFuture<Faithfulness> check =
          classifier.faithfulness(
              spot(), anyMap(), (done, total, what) -> batchesDone.add(done), new Cancellation());
      engine.started.acquire();
      CompletableFuture<Classification> film =
          classifier.classify(SampleFilms.grey(7), Set.of(), new Cancellation());
      engine.permits.release(2);
      film.join();
      assertThat(engine.batches).containsExactly(8, 1);
      assertThat(check).isNotDone();
      engine.permits.release(1000);
      check.join();
      assertThat(engine.threads).hasSize(1);
      assertThat(batchesDone).isSorted().contains(0L, (long) engine.batches.size() - 1);
    }
  }

  @Test
  void aCheckThatIsCancelledRunsNoFurtherBatch() throws Exception {
    FakeEngine engine = new FakeEngine(SIDE, 3);
    try (Classifier classifier = open(engine)) {
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Faithfulness> check =
          classifier.faithfulness(spot(), anyMap(), Progress.NONE, cancellation);
      engine.started.acquire();
      cancellation.cancel();
      engine.permits.release(1000);
      assertThatThrownBy(check::join)
          .isInstanceOf(java.util.concurrent.CancellationException.class);
      classifier.classify(SampleFilms.grey(7), Set.of(), new Cancellation()).join();
      assertThat(engine.batches).containsExactly(8, 1);
    }
  }

  @Test
  void closingEndsTheChecksThatWait() throws Exception {
    FakeEngine engine = new FakeEngine(SIDE, 3);
    Classifier classifier = open(engine);
    CompletableFuture<Faithfulness> running =
        classifier.faithfulness(spot(), anyMap(), Progress.NONE, new Cancellation());
    CompletableFuture<SanityCheck> waiting =
        classifier.sanity(spot(), CamMethod.GRADCAM, "normal", Progress.NONE, new Cancellation());
    engine.started.acquire();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(classifier::close);
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(Failure.class);
    engine.permits.release(1);
    closing.join();
    for (CompletableFuture<?> check : List.of(running, waiting)) {
      assertThatThrownBy(check::join)
          .cause()
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NO_ENGINE));
    }
  }

  @Test
  void anEngineThatFailsFailsTheCheckAndServesOn() {
    FakeEngine engine = FakeEngine.free(SIDE, 3);
    try (Classifier classifier = open(engine)) {
      engine.failure = new Failure(ErrorCode.NO_ENGINE, "It broke.", "");
      CompletableFuture<Faithfulness> check =
          classifier.faithfulness(spot(), anyMap(), Progress.NONE, new Cancellation());
      assertThatThrownBy(check::join).cause().hasMessage("It broke.");
      engine.failure = null;
      classifier.classify(SampleFilms.grey(7), Set.of(), new Cancellation()).join();
    }
  }

  private static HeatMap anyMap() {
    return new HeatMap(
        "covid-19",
        CamMethod.GRADCAM,
        2,
        2,
        new float[] {0, 1, 2, 3},
        TensorGeometry.of(SIDE, SIDE, TensorOptions.DEFAULT));
  }
}
