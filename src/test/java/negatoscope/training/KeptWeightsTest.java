package negatoscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.weights.WeightsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptWeightsTest {
  @TempDir Path folder;
  private long seconds;

  @Test
  void theBestWeightsAreWrittenOnceAMinuteAndAtTheEnd() {
    Path file = folder.resolve("kept.bin");
    KeptWeights kept = new KeptWeights(file, () -> TimeUnit.SECONDS.toNanos(seconds));
    kept.offer(weights(1));
    assertThat(file).doesNotExist();
    seconds = 60;
    kept.offer(weights(2));
    assertThat(read(file)).isEqualTo(2);
    seconds = 119;
    kept.offer(weights(3));
    assertThat(read(file)).isEqualTo(2);
    kept.close();
    assertThat(read(file)).isEqualTo(3);
  }

  private static Weights weights(float value) {
    return new Weights(Map.of("a/bias", new WeightTensor(new int[] {1}, new float[] {value})));
  }

  private static float read(Path file) {
    return Objects.requireNonNull(WeightsFile.read(file).get("a/bias")).values()[0];
  }
}
