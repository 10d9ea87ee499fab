package negatoscope.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve(WeightsFile.NAME);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    tensors.put("b/kernel", new WeightTensor(new int[] {2, 3}, new float[] {1, -2, 3, 4, 5, 6}));
    tensors.put("a/bias", new WeightTensor(new int[] {1}, new float[] {Float.MIN_VALUE}));
    WeightsFile.write(new Weights(tensors), file);
  }

  @Test
  void weightsComeBackAsTheyWereInTheirOrder() {
    Weights back = WeightsFile.read(file);
    assertThat(WeightsFile.looksLike(file)).isTrue();
    assertThat(back.names()).containsExactly("b/kernel", "a/bias");
    WeightTensor kernel = Objects.requireNonNull(back.get("b/kernel"));
    assertThat(kernel.shape()).containsExactly(2, 3);
    assertThat(kernel.values()).containsExactly(1, -2, 3, 4, 5, 6);
  }

  @Test
  void everyDamagedOrShortenedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x40;
      refused(changed);
      refused(java.util.Arrays.copyOf(whole, i));
    }
  }

  @Test
  void aNewerVersionIsToldApartFromDamage() throws IOException {
    byte[] newer = Files.readAllBytes(file);
    newer[11] = 9;
    Files.write(file, newer);
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NEWER_SCHEMA));
  }

  private void refused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> WeightsFile.read(file)).isInstanceOf(Failure.class);
  }
}
