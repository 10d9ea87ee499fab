package negatoscope.network.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import org.junit.jupiter.api.Test;

class DrawnWeightsTest {
  @Test
  void everyWeightOfTheBackboneIsDrawnByTheSeed() {
    Weights drawn = DrawnWeights.of(Backbone.MOBILENET_V2, 1);
    for (Layer layer : Architecture.layers(Backbone.MOBILENET_V2, 224)) {
      layer
          .weights()
          .forEach(
              (name, shape) ->
                  assertThat(Objects.requireNonNull(drawn.get(name), name).shape())
                      .isEqualTo(shape));
    }
    assertThat(values(drawn, "Conv_1/kernel"))
        .isEqualTo(values(DrawnWeights.of(Backbone.MOBILENET_V2, 1), "Conv_1/kernel"))
        .isNotEqualTo(values(DrawnWeights.of(Backbone.MOBILENET_V2, 2), "Conv_1/kernel"));
    assertThat(values(drawn, "Conv_1_bn/gamma")).containsOnly(1);
    assertThat(values(drawn, "Conv_1_bn/moving_mean")).containsOnly(0);
  }

  @Test
  void theVarianceOfAKernelIsTwoByItsInputs() {
    float[] values = values(DrawnWeights.of(Backbone.MOBILENET_V2, 1), "Conv_1/kernel");
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    assertThat(squares / values.length).isCloseTo(2.0 / 320, within(1e-4));
  }

  private static float[] values(Weights weights, String name) {
    return Objects.requireNonNull(weights.get(name), name).values();
  }
}
