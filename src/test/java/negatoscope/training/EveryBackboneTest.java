package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import negatoscope.classification.Classification;
import negatoscope.classification.EngineClassifier;
import negatoscope.intake.Intake;
import negatoscope.network.Backbone;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.Weights;
import negatoscope.task.Cancellation;
import negatoscope.testing.NeedsShared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Learning;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Schedule;
import negatoscope.training.recipe.Stage;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.Learner;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From real films to a model that classifies and explains, with each backbone, interrupted and
 * resumed: small and brief.
 */
@NeedsShared
class EveryBackboneTest {
  private static final int EACH = 2;
  private static final long SEED = 5;

  @TempDir Path folder;

  private final Engine engine = Engines.start();
  private final Intake intake = Intake.withBuiltInToolkit();

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void learnsIsExportedClassifiesAndExplains(Backbone backbone) throws Exception {
    HeadSpec head = new HeadSpec.Compact(8, 1, 0.2, false, HeadSpec.Pooling.MEAN);
    TrainedModel trained = train(backbone, head, Learning.EVERYTHING);
    assertThat(trained.epochs()).extracting(Epoch::stage).containsExactly("head", "whole");
    assertThat(changed(trained, backbone)).isNotEmpty();
    classifiesAndExplains(trained);
  }

  @Test
  void belowTheLayerThatFineTuningStartsFromNothingChanges() throws Exception {
    Backbone backbone = Backbone.MOBILENET_V2;
    HeadSpec head = new HeadSpec.Compact(8, 1, 0.2, false, HeadSpec.Pooling.MEAN);
    TrainedModel trained = train(backbone, head, new Learning("block_16", false, 0, 0));
    assertThat(changed(trained, backbone))
        .contains("block_16_expand/kernel", "Conv_1/kernel", "Conv_1_bn/gamma")
        .allMatch(name -> name.startsWith("block_16_") || name.startsWith("Conv_1"));
    assertThat(trained.model().card().training().fineTunedFrom()).isEqualTo("block_16");
    assertThat(trained.model().card().training().frozenLayers()).isEqualTo(142);
    classifiesAndExplains(trained);
  }

  @Test
  void thePublishedHeadLearnsBehindItsFrozenLstm() throws Exception {
    Backbone backbone = Backbone.VGG19;
    TrainedModel trained =
        train(backbone, new HeadSpec.Published(8, 16), new Learning("block5", true, 100, 0));
    assertThat(trained.model().card().head().type()).isEqualTo("published");
    assertThat(trained.model().card().training().lstmFrozen()).isTrue();
    assertThat(changed(trained, backbone))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("block5_"));
    assertThat(
            StartWeights.of(trained.model())
                .hasHeadOf(new NetworkSpec(backbone, new HeadSpec.Published(8, 16), 3, 64)))
        .isTrue();
    classifiesAndExplains(trained);
  }

  private TrainedModel train(Backbone backbone, HeadSpec head, Learning learning) {
    DataSet films = FewFilms.of(EACH, 1, 0);
    StartWeights start = StartWeights.drawn(backbone, SEED);
    TrainingOrder order =
        new TrainingOrder(
            backbone.id(),
            folder.resolve(backbone.id()),
            films,
            Split.of(films, 1),
            backbone,
            start.weights(),
            start.origin(),
            recipe(backbone, head, learning),
            false,
            0,
            "terms",
            List.of());
    Training training = new Training(engine, intake::openFirst);
    TrainingControl control = new TrainingControl();
    assertThatThrownBy(() -> training.run(order, inTheWholeStage(control), control))
        .isInstanceOf(CancellationException.class);
    TrainedModel trained = training.resume(order, TrainingWatcher.NONE, new TrainingControl());
    assertThat(trained.epochs()).allMatch(epoch -> Double.isFinite(epoch.loss()));
    return trained;
  }

  /** Cancels after an update of the whole network. */
  private static TrainingWatcher inTheWholeStage(TrainingControl control) {
    return moment -> {
      if (moment.epoch() != null && moment.epoch().stage().equals(Learner.WHOLE)) {
        control.cancel();
      }
    };
  }

  /** Names of the backbone's weights that are others than it started from. */
  private static Set<String> changed(TrainedModel trained, Backbone backbone) {
    Weights start = StartWeights.drawn(backbone, SEED).weights();
    Weights end = StartWeights.of(trained.model()).weights();
    Set<String> changed = new TreeSet<>();
    for (String name : start.names()) {
      float[] before = Objects.requireNonNull(start.get(name)).values();
      if (!Arrays.equals(before, Objects.requireNonNull(end.get(name), name).values())) {
        changed.add(name);
      }
    }
    return changed;
  }

  private void classifiesAndExplains(TrainedModel trained) throws Exception {
    Path film = FewFilms.of(1, 0, 0).films().get(0).file();
    try (EngineClassifier classifier = EngineClassifier.open(trained.model(), engine, Device.CPU)) {
      Classification answer =
          classifier
              .classify(intake.openFirst(film), EnumSet.allOf(CamMethod.class), new Cancellation())
              .get();
      double sum = answer.probabilities().stream().mapToDouble(p -> p).sum();
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(answer.heatMaps()).hasSize(CamMethod.values().length * answer.classes().size());
      assertThat(answer.heatMaps()).allMatch(map -> Float.isFinite(map.greatest()));
      assertThat(answer.heatMaps()).anyMatch(map -> map.greatest() > 0);
    }
  }

  private static Recipe recipe(Backbone backbone, HeadSpec head, Learning learning) {
    return Recipe.recommended(backbone)
        .with(
            Map.of(
                "preset",
                "brief",
                "seed",
                3,
                "side",
                backbone.leastSide() > 64 ? 107 : 64,
                "head",
                head,
                "headStage",
                new Stage(1, 1e-3, 0, Schedule.cosine(1), 4, 0, 1, 0),
                "wholeStage",
                new Stage(1, 1e-6, 0, Schedule.cosine(1), 6, 0, 1, 0),
                "learning",
                learning,
                "fineness",
                1,
                "labelSmoothing",
                0,
                "averageLast",
                0));
  }
}
