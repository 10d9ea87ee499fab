package negatoscope.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
  @Test
  void weightsAreAveragedElementByElement() {
    Weights mean = WeightAverage.mean(List.of(weights(1, 4), weights(2, 5), weights(6, 0)));
    WeightTensor tensor = Objects.requireNonNull(mean.get("a/kernel"));
    assertThat(tensor.values()).containsExactly(new float[] {3, 3}, within(1e-6f));
  }

  @Test
  void whatIsSharedIsNeitherCopiedNorAveraged() {
    WeightTensor frozen = new WeightTensor(new int[] {1}, new float[] {5});
    WeightAverage average = new WeightAverage();
    average.add(weights(1, 3).with(new Weights(Map.of("frozen/kernel", frozen))), 1);
    average.add(weights(3, 5).with(new Weights(Map.of("frozen/kernel", frozen))), 0.5);
    Weights mean = average.weights();
    average.add(weights(9, 9).with(new Weights(Map.of("frozen/kernel", frozen))), 0.5);
    assertThat(mean.get("frozen/kernel")).isSameAs(frozen);
    assertThat(Objects.requireNonNull(mean.get("a/kernel")).values()).containsExactly(2, 4);
  }

  private static Weights weights(float... values) {
    return new Weights(Map.of("a/kernel", new WeightTensor(new int[] {2}, values)));
  }
}
