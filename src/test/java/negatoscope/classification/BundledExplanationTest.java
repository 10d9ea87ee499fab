package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The heat maps of the model that comes with the program, on a real film. */
@Timeout(300)
@NeedsShared
class BundledExplanationTest {
  @TempDir Path folder;

  @Test
  void aHeatMapChangesWithRandomisedWeightsAndHasFiguresOfItsOwn() {
    Film film = Intake.withBuiltInToolkit().openFirst(SharedFilms.ofSplit("validation").get(0));
    try (Classifier classifier =
        EngineClassifier.open(
            new Library(new Home(folder)).bundled(), Engines.start(), Device.CPU)) {
      Classification said =
          classifier.classify(film, EnumSet.of(CamMethod.GRADCAM), new Cancellation()).join();
      HeatMap map = said.heatMap(said.topClass(), CamMethod.GRADCAM).orElseThrow();
      assertThat(map.empty()).isFalse();
      SanityCheck sanity =
          classifier
              .sanity(film, CamMethod.GRADCAM, said.topClass(), Progress.NONE, new Cancellation())
              .join();
      assertThat(sanity.changed()).isTrue();
      assertThat(sanity.stages()).hasSize(4);
      Faithfulness faithfulness =
          classifier.faithfulness(film, map, Progress.NONE, new Cancellation()).join();
      assertThat(faithfulness.deletionCurve().get(0))
          .isCloseTo(said.probabilities().get(said.top()), within(1e-6));
      assertThat(faithfulness.deletion()).isBetween(0.0, 1.0);
      assertThat(faithfulness.insertion()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theSameSeedGivesTheSameRandomisedNetworkAndTheModelStaysAsItIs() {
    Model bundled = new Library(new Home(folder)).bundled();
    Path model = bundled.folder();
    int side = bundled.card().input().side();
    float[] film = new float[side * side];
    for (int i = 0; i < film.length; i++) {
      film[i] = i % 256;
    }
    float[] trained = logits(Engines.start().open(model, Device.CPU), film);
    float[] once = logits(randomised(model, Randomised.HEAD, 1), film);
    assertThat(logits(randomised(model, Randomised.HEAD, 1), film)).containsExactly(once);
    assertThat(logits(randomised(model, Randomised.HEAD, 2), film)).isNotEqualTo(once);
    assertThat(logits(randomised(model, Randomised.ALL, 1), film)).isNotEqualTo(once);
    assertThat(once).isNotEqualTo(trained);
    assertThat(logits(Engines.start().open(model, Device.CPU), film)).containsExactly(trained);
  }

  private static ServingModel randomised(Path model, Randomised what, long seed) {
    return Engines.start().openRandomised(model, what, seed, Device.CPU);
  }

  private static float[] logits(ServingModel opened, float[] film) {
    try (opened) {
      return opened.run(film, 1, Set.of()).logits()[0];
    }
  }
}
