package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;

/** The last feature maps against Keras'. */
@NeedsShared
class BackboneGoldenTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(8), 3, 224);

  @Test
  void formulaTensorsEqualTheReferenceBitForBit() {
    assertThat(FormulaWeights.seed("block1_conv1/kernel")).isEqualTo(0x655fc843dc312dd1L);
    WeightTensor kernel = FormulaWeights.tensor("block1_conv1/kernel", 3, 3, 3, 64);
    assertThat(Float.floatToIntBits(kernel.values()[0])).isEqualTo(0xbe6eaa10);
    assertThat(Float.floatToIntBits(kernel.values()[1727])).isEqualTo(0x3d47a1ca);
    WeightTensor variance = FormulaWeights.tensor("conv1_bn/moving_variance", 64);
    assertThat(Float.floatToIntBits(variance.values()[3])).isEqualTo(0x3f5b9148);
    WeightTensor bias = FormulaWeights.tensor("lstm/bias", 512);
    assertThat(bias.values()[128]).isEqualTo(0.95001864f);
    WeightTensor depthwise =
        FormulaWeights.tensor("expanded_conv_depthwise/depthwise_kernel", 3, 3, 32, 1);
    assertThat(Float.floatToIntBits(depthwise.values()[2])).isEqualTo(0xbf2c9067);
  }

  @Test
  void trainingGraphGivesTheFeaturesOfMobileNetV2WithFormulaWeights() throws IOException {
    Weights weights = KerasReference.formulaBackbone("mobilenetv2");
    try (TrainingNetwork network = Engines.start().train(SPEC, weights, 1)) {
      float[] map = network.features(KerasReference.picture(), 1);
      float[] expected = KerasReference.features("mobilenetv2");
      assertThat(KerasReference.largestDifference(map, expected))
          .isLessThan(1e-3 * KerasReference.largest(expected));
    }
  }

  @Test
  void everyLayerOfMobileNetV2IsFoundByItsKerasNameAndShape() throws IOException {
    Weights weights = KerasReference.formulaBackbone("mobilenetv2");
    try (TrainingNetwork network = Engines.start().train(SPEC, weights, 1)) {
      Map<String, WeightTensor> tensors = network.weights().asMap();
      int parameters = 0;
      for (JsonNode layer : KerasReference.json("layers/mobilenetv2.json").get("layers")) {
        for (JsonNode weight : layer.path("weights")) {
          WeightTensor tensor =
              java.util.Objects.requireNonNull(tensors.get(weight.get("name").asText()));
          assertThat(tensor.shape()).isEqualTo(KerasReference.ints(weight.get("shape")));
          parameters += tensor.values().length;
        }
      }
      assertThat(parameters).isEqualTo(2257984);
    }
  }
}
