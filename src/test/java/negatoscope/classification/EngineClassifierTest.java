package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardCalibration;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EngineClassifierTest {
  private static final Set<CamMethod> NONE = EnumSet.noneOf(CamMethod.class);
  private static final ModelCard CARD = SampleCards.full("fake");

  private static EngineClassifier open(FakeEngine engine, ModelCard card, int mostInBatch) {
    return EngineClassifier.open(
        new Model(Path.of("folder"), card), engine, Device.CPU, mostInBatch);
  }

  private static CompletableFuture<Classification> ask(Classifier classifier, int grey) {
    return classifier.classify(SampleFilms.grey(grey), NONE, new Cancellation());
  }

  @Test
  void theAnswerIsTheNetworksInTheModelsOrder() {
    try (Classifier classifier = open(FakeEngine.free(32, 3), CARD, 8)) {
      Classification answer = ask(classifier, 255).join();
      assertThat(answer.classes()).isEqualTo(CARD.classes());
      assertThat(answer.logits().get(0)).isCloseTo(1, within(1e-6));
      assertThat(answer.probabilities().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, within(1e-6));
      assertThat(answer.topClass()).isEqualTo("covid-19");
      assertThat(answer.modelName()).isEqualTo("fake");
      assertThat(answer.modelId()).isEqualTo(CARD.id());
      assertThat(answer.milliseconds()).isPositive();
      assertThat(answer.heatMaps()).isEmpty();
    }
  }

  @Test
  void oneSessionServesEveryFilmAndEveryKindOfQuestion() {
    FakeEngine engine = FakeEngine.free(32, 3);
    try (Classifier classifier = open(engine, CARD, 8)) {
      ask(classifier, 10).join();
      ask(classifier, 20).join();
      classifier
          .classify(
              SampleFilms.grey(30), java.util.EnumSet.allOf(CamMethod.class), new Cancellation())
          .join();
      assertThat(engine.sessions).hasValue(1);
    }
  }

  @Test
  void whatWaitsGoesAsOneBatchAndEachFilmGetsItsOwnAnswer() throws Exception {
    FakeEngine engine = new FakeEngine(32, 3);
    try (Classifier classifier = open(engine, CARD, 4)) {
      List<CompletableFuture<Classification>> answers = new ArrayList<>();
      answers.add(ask(classifier, 0));
      engine.started.acquire();
      for (int grey = 1; grey <= 9; grey++) {
        answers.add(ask(classifier, 20 * grey));
      }
      engine.permits.release(100);
      for (int grey = 0; grey <= 9; grey++) {
        assertThat(answers.get(grey).get(20, TimeUnit.SECONDS).logits().get(0))
            .isCloseTo(20 * grey / 255.0, within(1e-6));
      }
      assertThat(engine.batches).containsExactly(1, 4, 4, 1);
      assertThat(engine.threads).hasSize(1).doesNotContain(Thread.currentThread());
    }
  }

  @Test
  void filmsThatWantOtherHeatMapsGoIntoAnotherBatch() throws Exception {
    FakeEngine engine = new FakeEngine(32, 3);
    try (Classifier classifier = open(engine, CARD, 8)) {
      Set<CamMethod> both = EnumSet.allOf(CamMethod.class);
      Film film = SampleFilms.grey(9);
      List<CompletableFuture<Classification>> before = new ArrayList<>();
      before.add(ask(classifier, 0));
      engine.started.acquire();
      before.add(ask(classifier, 0));
      before.add(classifier.classify(film, both, new Cancellation()));
      Classification last = release(engine, classifier.classify(film, both, new Cancellation()));
      assertThat(engine.methodsOfBatches).containsExactly(NONE, NONE, both);
      assertThat(before).allMatch(CompletableFuture::isDone);
      assertThat(last.heatMaps()).hasSize(6);
      HeatMap map = last.heatMap("pneumonia", CamMethod.HIRESCAM).orElseThrow();
      assertThat(map.rows()).isEqualTo(2);
      assertThat(map.geometry()).isEqualTo(TensorGeometry.of(40, 30, CARD.tensorOptions()));
    }
  }

  private static Classification release(
      FakeEngine engine, CompletableFuture<Classification> answer) {
    engine.permits.release(100);
    return answer.join();
  }

  @Test
  void aFilmThatIsCancelledBeforeItsBatchNeverReachesTheNetwork() throws Exception {
    FakeEngine engine = new FakeEngine(32, 3);
    try (Classifier classifier = open(engine, CARD, 8)) {
      CompletableFuture<Classification> running = ask(classifier, 0);
      engine.started.acquire();
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Classification> byWish =
          classifier.classify(SampleFilms.grey(1), NONE, cancellation);
      CompletableFuture<Classification> byFuture = ask(classifier, 2);
      CompletableFuture<Classification> kept = ask(classifier, 3);
      cancellation.cancel();
      byFuture.cancel(true);
      engine.permits.release(100);
      assertThat(kept.join()).isNotNull();
      assertThat(running.join()).isNotNull();
      assertThat(byWish).isCancelled();
      assertThat(engine.batches).containsExactly(1, 1);
      assertThat(classifier.classify(SampleFilms.grey(1), NONE, cancellation)).isCancelled();
    }
  }

  @Test
  void aFailureOfTheEngineReachesEveryFilmOfTheBatchAndTheNextBatchRuns() {
    FakeEngine engine = FakeEngine.free(32, 3);
    engine.failure = new IllegalStateException("broken");
    try (Classifier classifier = open(engine, CARD, 8)) {
      assertThat(failure(ask(classifier, 1)).code()).isEqualTo(ErrorCode.INTERNAL);
      engine.failure = new Failure(ErrorCode.NO_DEVICE, "Gone.", "Try again.");
      assertThat(failure(ask(classifier, 1))).isSameAs(engine.failure);
      engine.failure = null;
      engine.notFinite = true;
      assertThat(failure(ask(classifier, 1)).code()).isEqualTo(ErrorCode.NOT_FINITE);
      engine.notFinite = false;
      assertThat(ask(classifier, 1).join()).isNotNull();
    }
  }

  @Test
  void closingWaitsForTheBatchUnderWayAndFailsWhatWaits() throws Exception {
    FakeEngine engine = new FakeEngine(32, 3);
    EngineClassifier classifier = open(engine, CARD, 8);
    CompletableFuture<Classification> running = ask(classifier, 1);
    engine.started.acquire();
    CompletableFuture<Classification> waits = ask(classifier, 2);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(classifier::close);
    assertThat(failure(waits).code()).isEqualTo(ErrorCode.NO_ENGINE);
    assertThat(closing).isNotDone();
    engine.permits.release();
    closing.get(20, TimeUnit.SECONDS);
    assertThat(running.join().logits().get(0)).isPositive();
    assertThat(engine.closed).isTrue();
    assertThat(failure(ask(classifier, 3)).code()).isEqualTo(ErrorCode.NO_ENGINE);
    classifier.close();
  }

  @Test
  void closingInACallbackOfItsOwnDoesNotHang() {
    FakeEngine engine = FakeEngine.free(32, 3);
    EngineClassifier classifier = open(engine, CARD, 8);
    assertThat(ask(classifier, 1).thenRun(classifier::close))
        .succeedsWithin(Duration.ofSeconds(20));
    classifier.close();
    assertThat(engine.closed).isTrue();
  }

  @Test
  void aGraphThatDoesNotFitItsCardIsABadModel() {
    FakeEngine engine = FakeEngine.free(32, 2);
    assertThatThrownBy(() -> open(engine, CARD, 8))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.BAD_MODEL));
    assertThat(engine.closed).isTrue();
  }

  @Test
  void aFilmFarFromTheTrainingFilmsIsUnlikeThem() {
    FakeEngine engine = FakeEngine.free(32, 3);
    try (Classifier classifier = open(engine, CARD, 8)) {
      assertThat(codes(ask(classifier, 1).join())).doesNotContain(FilmWarning.Code.UNLIKE_TRAINING);
      engine.embedding = 40;
      assertThat(codes(ask(classifier, 1).join())).contains(FilmWarning.Code.UNLIKE_TRAINING);
      engine.embedding = Float.NaN;
      assertThat(codes(ask(classifier, 1).join())).contains(FilmWarning.Code.UNLIKE_TRAINING);
    }
  }

  @Test
  void theFilmsOwnWarningsAndALateralViewAreTold() {
    try (Classifier classifier = open(FakeEngine.free(32, 3), CARD, 8)) {
      FilmWarning repaired = new FilmWarning(FilmWarning.Code.HEADER_REPAIRED, "Repaired.");
      Film film = SampleFilms.lateral(SampleFilms.grey(5)).with(repaired).with(repaired);
      Classification answer = classifier.classify(film, NONE, new Cancellation()).join();
      assertThat(answer.warnings()).containsOnlyOnce(repaired);
      assertThat(codes(answer)).contains(FilmWarning.Code.LATERAL_VIEW);
      assertThat(answer.confident()).isFalse();
    }
  }

  @Test
  void aModelWithoutATemperatureAndAMapWithoutContentAreTold() {
    ModelCard raw =
        SampleCards.card("raw", null, null, new TensorOptions(32, TensorOptions.Fit.CROP));
    ModelCard calibrated =
        SampleCards.card("calibrated", new CardCalibration(1), null, raw.tensorOptions());
    Film film = SampleFilms.grey(200);
    try (Classifier classifier = open(FakeEngine.free(32, 3), raw, 8)) {
      assertThat(codes(ask(classifier, 9).join())).contains(FilmWarning.Code.UNCALIBRATED);
    }
    try (Classifier classifier = open(FakeEngine.free(32, 3), calibrated, 8)) {
      assertThat(codes(ask(classifier, 9).join())).doesNotContain(FilmWarning.Code.UNCALIBRATED);
      assertThat(codes(of(classifier, film, CamMethod.GRADCAM)))
          .doesNotContain(FilmWarning.Code.ZERO_HEAT_MAP);
      assertThat(codes(of(classifier, film, CamMethod.HIRESCAM)))
          .contains(FilmWarning.Code.ZERO_HEAT_MAP);
    }
  }

  private static Classification of(Classifier classifier, Film film, CamMethod method) {
    return classifier.classify(film, Set.of(method), new Cancellation()).join();
  }

  private static List<FilmWarning.Code> codes(Classification answer) {
    return answer.warnings().stream().map(FilmWarning::code).toList();
  }

  private static Failure failure(CompletableFuture<Classification> answer) {
    Throwable thrown = catchThrowable(answer::join);
    assertThat(thrown).isInstanceOf(CompletionException.class);
    if (thrown.getCause() instanceof Failure failure) {
      return failure;
    }
    throw new AssertionError(thrown);
  }
}
