package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.network.Backbone;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.DrawnModels;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Weights of the largest backbone, randomised stage by stage; one network is open at a time. */
@Timeout(300)
class LargeBackboneSanityTest {
  private static final int SIDE = 224;

  @Test
  void everyMapOfInceptionResNetChangesWithItsWeightsAtEveryStage(@TempDir Path folder) {
    Engine engine = Engines.start();
    DrawnModels.export(engine, Backbone.INCEPTION_RESNET_V2, SIDE, folder);
    float[] film = film();
    NetworkAnswer trained = run(engine.open(folder, Device.CPU), film);
    List<SanityCheck.Stage> stages = new ArrayList<>();
    for (Randomised what : Randomised.values()) {
      NetworkAnswer randomised = run(engine.openRandomised(folder, what, 1, Device.CPU), film);
      assertThat(randomised.logits()[0]).isNotEqualTo(trained.logits()[0]);
      double sum = 0;
      for (CamMethod method : CamMethod.values()) {
        for (int k = 0; k < trained.logits()[0].length; k++) {
          double[] before = map(trained, method, k);
          double[] after = map(randomised, method, k);
          assertThat(before).as("%s of class %d", method, k).isNotEqualTo(after);
          sum += RandomisationCheck.similarity(before, after);
        }
      }
      int maps = CamMethod.values().length * trained.logits()[0].length;
      stages.add(new SanityCheck.Stage(what, sum / maps));
    }
    SanityCheck check = SanityCheck.of(stages);
    assertThat(check.changed()).as("%s", stages).isTrue();
  }

  @Test
  void theCheckOfAVgg19FindsThatItsMapFollowsItsWeights(@TempDir Path folder) {
    Engine engine = Engines.start();
    TensorOptions options = new TensorOptions(128, TensorOptions.Fit.LETTERBOX);
    DrawnModels.export(engine, Backbone.VGG19, options.side(), folder);
    Model model = new Model(folder, SampleCards.card("drawn", null, null, options));
    float[] drawn = film();
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) drawn[i];
    }
    Film film = SampleFilms.picture(SIDE, SIDE, pixels);
    try (Classifier classifier = EngineClassifier.open(model, engine, Device.CPU)) {
      Cancellation never = new Cancellation();
      String top = classifier.classify(film, Set.of(), never).join().topClass();
      SanityCheck check =
          classifier.sanity(film, CamMethod.HIRESCAM, top, Progress.NONE, never).join();
      assertThat(check.stages()).hasSize(Randomised.values().length);
      assertThat(check.changed()).as("%s", check).isTrue();
    }
  }

  private static NetworkAnswer run(ServingModel opened, float[] film) {
    try (opened) {
      return opened.run(film, 1, EnumSet.allOf(CamMethod.class));
    }
  }

  private static double[] map(NetworkAnswer answer, CamMethod method, int classIndex) {
    float[] cells = Objects.requireNonNull(answer.cams().get(method))[0][classIndex];
    double[] values = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] = cells[i];
    }
    return values;
  }

  private static float[] film() {
    Random random = new Random(5);
    float[] film = new float[SIDE * SIDE];
    for (int i = 0; i < film.length; i++) {
      int row = i / SIDE;
      double wave = Math.sin(i % SIDE / 17.0) * Math.cos(row / 23.0);
      film[i] = (float) (128 + 100 * wave) + random.nextInt(20);
    }
    return film;
  }
}
