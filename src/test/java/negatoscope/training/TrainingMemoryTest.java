package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Split;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films are not held in memory: a training of many takes what one of few takes. */
class TrainingMemoryTest {
  private static final int SIDE = 192;

  @TempDir Path folder;

  @Test
  void theHeapDoesNotGrowWithTheNumberOfFilms() {
    long few = held(60);
    long many = held(600);
    long ofFilms = 540L * SIDE * SIDE;
    assertThat(many - few).isLessThan(ofFilms / 4);
  }

  /** Bytes that are in use at the end of the last epoch. */
  private long held(int films) {
    List<Long> held = new ArrayList<>();
    TrainingWatcher watcher =
        TrainingWatcher.ofEpochs(
            epoch -> {
              if (epoch.stage().equals("whole")) {
                held.add(inUse(epoch));
              }
            });
    Recipe recipe =
        DrawnTraining.recipe(1)
            .withSide(SIDE)
            .with(Map.of("fineness", 1, "headStage", Map.of("epochs", 1)))
            .with(Map.of("wholeStage", Map.of("epochs", 1)));
    List<LabelledFilm> all = new ArrayList<>();
    for (int i = 0; i < films; i++) {
      String name = i % 3 + "-" + i + ".png";
      all.add(new LabelledFilm(name, Path.of(name), i % 3, "p" + i, "c", "", null));
    }
    DataSet dataSet = new DataSet(Path.of("drawn"), List.of("a", "b", "c"), all);
    TrainingOrder order =
        new TrainingOrder(
            "m" + films,
            folder.resolve("m" + films),
            dataSet,
            Split.make(dataSet, Split.Shares.USUAL, 4),
            Backbone.MOBILENET_V2,
            new Weights(Map.of()),
            null,
            recipe,
            false,
            0,
            "",
            List.of());
    new Training(new FakeEngine(), DrawnTraining::draw).run(order, watcher, new TrainingControl());
    return held.get(0);
  }

  private static long inUse(Epoch epoch) {
    assertThat(epoch.memory()).isPositive();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
