package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import negatoscope.intake.Intake;
import negatoscope.network.Backbone;
import negatoscope.network.Engine;
import negatoscope.network.Engines;
import negatoscope.network.HeadSpec;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Learning;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Schedule;
import negatoscope.training.recipe.Stage;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real network, interrupted in both stages, beside an unbroken run: small, on real films. */
@NeedsShared
class ResumeOnFilmsTest {
  private static final double NEAR = 1e-6;

  @TempDir Path folder;
  private final Engine engine = Engines.start();
  private final Training training = new Training(engine, Intake.withBuiltInToolkit()::openFirst);
  private final DataSet films = FewFilms.of(5, 2, 0);
  private final StartWeights start =
      StartWeights.read(
          Shared.path("keras/mobilenet_v2_transfer_notop.h5"),
          Optional.of(Backbone.MOBILENET_V2),
          "MIT");

  @Test
  void bothStagesGoOnWhereTheyWereWithTheOptimisersStateAndTheAverages() {
    same("all", Learning.EVERYTHING);
  }

  @Test
  void whatIsFrozenComesFromTheStartWeightsAgain() {
    same("from", new Learning("block_16", false, 0.5, 0.1));
  }

  private void same(String name, Learning learning) {
    TrainedModel unbroken =
        training.run(order(name, learning), TrainingWatcher.NONE, new TrainingControl());
    String broken = name + "-broken";
    interrupt(broken, learning, Stop.of("head", 2), false);
    interrupt(broken, learning, Stop.of("whole", 2), true);
    TrainedModel resumed =
        training.resume(order(broken, learning), TrainingWatcher.NONE, new TrainingControl());
    assertThat(resumed.epochs()).hasSameSizeAs(unbroken.epochs());
    for (int i = 0; i < unbroken.epochs().size(); i++) {
      Epoch one = unbroken.epochs().get(i);
      Epoch other = resumed.epochs().get(i);
      assertThat(other.loss()).isCloseTo(one.loss(), within(NEAR));
      assertThat(other.validation().loss()).isCloseTo(one.validation().loss(), within(NEAR));
      assertThat(other.accuracy()).isEqualTo(one.accuracy());
    }
    assertThat(resumed.model().card().id()).isEqualTo(unbroken.model().card().id());
  }

  /** Where to cancel: at the first update of an epoch, so that its work is lost. */
  private record Stop(String stage, int epoch, TrainingControl control) implements TrainingWatcher {
    static Stop of(String stage, int epoch) {
      return new Stop(stage, epoch, new TrainingControl());
    }

    @Override
    public void now(TrainingMoment moment) {
      TrainingMoment.Running running = moment.epoch();
      if (running != null && running.stage().equals(stage) && running.epoch() == epoch) {
        control.cancel();
      }
    }
  }

  private void interrupt(String name, Learning learning, Stop stop, boolean resume) {
    TrainingOrder order = order(name, learning);
    assertThatThrownBy(
            () -> {
              if (resume) {
                training.resume(order, stop, stop.control());
              } else {
                training.run(order, stop, stop.control());
              }
            })
        .isInstanceOf(CancellationException.class);
  }

  private TrainingOrder order(String name, Learning learning) {
    return new TrainingOrder(
        name,
        folder.resolve(name),
        films,
        Split.of(films, 1),
        Backbone.MOBILENET_V2,
        start.weights(),
        start.origin(),
        recipe(learning),
        false,
        0,
        "terms\n",
        List.of());
  }

  private static Recipe recipe(Learning learning) {
    return Recipe.recommended(Backbone.MOBILENET_V2)
        .with(
            Map.of(
                "seed",
                3,
                "side",
                96,
                "head",
                new HeadSpec.Compact(16, 1, 0.2, false, HeadSpec.Pooling.MEAN),
                "headStage",
                new Stage(3, 3e-3, 2, Schedule.cosine(0.1), 5, 0.9, 2, 0),
                "wholeStage",
                new Stage(3, 1e-4, 1, Schedule.cosine(0.1), 5, 0.9, 1, 0),
                "learning",
                learning,
                "fineness",
                1.25,
                "mixup",
                0.2,
                "averageLast",
                2))
        .with(
            Map.of("weights", new Balance(Grouping.CLASS, 0.5), "choice", Recipe.Choice.LOG_LOSS));
  }
}
