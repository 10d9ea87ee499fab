package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.library.card.CardCalibration;
import negatoscope.network.Backbone;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Weights;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.task.Cancellation;
import negatoscope.tensor.TensorOptions;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RealEngineTest {
  private static final int SIDE = 96;
  private static final double TEMPERATURE = 1.5;

  @TempDir Path folder;

  @Test
  @NeedsShared
  void aFilmGetsTheSameNumbersAloneAndInABatch() throws IOException {
    Engine engine = Engines.start();
    Model model = model(engine);
    Intake intake = Intake.withBuiltInToolkit();
    List<Film> films =
        SharedFilms.ofSplit("validation").subList(0, 7).stream().map(intake::openFirst).toList();
    List<Classification> alone = answers(model, engine, films, 1);
    List<Classification> together = answers(model, engine, films, 6);
    for (int i = 0; i < films.size(); i++) {
      close(together.get(i).logits(), alone.get(i).logits());
      close(together.get(i).probabilities(), alone.get(i).probabilities());
      assertThat(together.get(i).heatMaps()).hasSize(6);
      for (int m = 0; m < 6; m++) {
        assertThat(together.get(i).heatMaps().get(m).values())
            .usingComparatorWithPrecision(1e-5f)
            .containsExactly(alone.get(i).heatMaps().get(m).values());
      }
    }
    assertThat(alone.get(0).logits()).isNotEqualTo(alone.get(1).logits());
    temperatureIsAppliedOnce(alone.get(0));
  }

  private static void temperatureIsAppliedOnce(Classification answer) {
    List<Double> expected = new ArrayList<>();
    double sum = answer.logits().stream().mapToDouble(x -> Math.exp(x / TEMPERATURE)).sum();
    answer.logits().forEach(logit -> expected.add(Math.exp(logit / TEMPERATURE) / sum));
    close(answer.probabilities(), expected);
  }

  private static void close(List<Double> actual, List<Double> expected) {
    for (int k = 0; k < expected.size(); k++) {
      assertThat(actual.get(k)).isCloseTo(expected.get(k), within(1e-5));
    }
  }

  private static List<Classification> answers(
      Model model, Engine engine, List<Film> films, int mostInBatch) {
    Set<CamMethod> methods = EnumSet.allOf(CamMethod.class);
    HeldEngine held = new HeldEngine(engine);
    try (Classifier classifier = EngineClassifier.open(model, held, Device.CPU, mostInBatch)) {
      List<CompletableFuture<Classification>> asked = new ArrayList<>();
      films.forEach(film -> asked.add(classifier.classify(film, methods, new Cancellation())));
      held.allAsked.countDown();
      List<Classification> answers = asked.stream().map(CompletableFuture::join).toList();
      // The engine thread may have taken more than one film before it was held.
      assertThat(Collections.max(held.batches)).isBetween(1 + mostInBatch / 2, mostInBatch);
      return answers;
    }
  }

  private Model model(Engine engine) throws IOException {
    NetworkSpec spec = new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(32), 3, SIDE);
    Weights start = KerasHdf5.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"));
    try (TrainingNetwork network = engine.train(spec, start, 7)) {
      engine.export(spec, network.weights(), TEMPERATURE, Files.createDirectories(folder));
    }
    TensorOptions input = new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX);
    return new Model(
        folder, SampleCards.card("real", new CardCalibration(TEMPERATURE), null, input));
  }
}
