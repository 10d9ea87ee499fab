package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.library.Model;
import negatoscope.library.SampleCards;
import negatoscope.network.Device;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of one size, whatever waits. */
class SettledBatchesTest {
  @TempDir Path folder;

  private EngineClassifier open(FakeEngine engine) throws Exception {
    SampleCards.write(folder, SampleCards.full("m"), SampleCards.graph("m"));
    return EngineClassifier.open(Model.of(folder), engine, Device.CPU);
  }

  @Test
  void everyBatchHasTheSizeThatWasSettledAndBlankFilmsChangeNoAnswer() throws Exception {
    FakeEngine engine = FakeEngine.free(32, 3);
    try (EngineClassifier classifier = open(engine)) {
      Classification alone =
          classifier
              .classify(Films.picture8(32, 32, (x, y) -> 200), Set.of(), new Cancellation())
              .join();
      engine.batches.clear();
      classifier.settle(4);
      List<CompletableFuture<Classification>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(
            classifier.classify(
                Films.picture8(32, 32, (x, y) -> 200), Set.of(), new Cancellation()));
      }
      for (CompletableFuture<Classification> answer : answers) {
        assertThat(answer.join().logits()).isEqualTo(alone.logits());
      }
      assertThat(engine.batches).isNotEmpty().allMatch(size -> size == 4);
    }
  }

  @Test
  void aSizeIsFoundThatIsATriedOne() throws Exception {
    FakeEngine engine = FakeEngine.free(32, 3);
    try (EngineClassifier classifier = open(engine)) {
      int size = classifier.settle(Set.of(), 8, Progress.NONE, new Cancellation()).join();
      assertThat(size).isIn(1, 2, 4, 8);
      engine.batches.clear();
      classifier.classify(Films.picture8(32, 32, (x, y) -> 9), Set.of(), new Cancellation()).join();
      assertThat(engine.batches).containsExactly(size);
    }
  }
}
