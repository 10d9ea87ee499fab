package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;

/** Weights that a network starts from: complete, and its own. */
@NeedsShared
class StartWeightsTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(8), 3, 224);

  @Test
  void transferWeightsGiveTheFeaturesThatKerasGives() throws IOException {
    Weights weights = KerasHdf5.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"));
    assertThat(weights.parameters()).isEqualTo(2257984);
    try (TrainingNetwork network = Engines.start().train(SPEC, weights, 1)) {
      float[] map = network.features(KerasReference.picture(), 1);
      float[] expected = KerasReference.features("mobilenet_v2_transfer");
      assertThat(KerasReference.largestDifference(map, expected))
          .isLessThan(1e-3 * KerasReference.largest(expected));
    }
  }

  @Test
  void aWeightThatIsMissingIsNamedWithItsShape() throws IOException {
    Weights weights = KerasReference.formulaBackbone("mobilenetv2");
    var fewer = new java.util.LinkedHashMap<>(weights.asMap());
    fewer.remove("block_3_project/kernel");
    assertThatThrownBy(() -> Engines.start().train(SPEC, new Weights(fewer), 1))
        .hasMessageContaining("block_3_project/kernel")
        .hasMessageContaining("[1, 1, 144, 32]");
  }

  @Test
  void aWeightOfAnotherNetworkIsRefused() throws IOException {
    Weights weights = KerasReference.formulaBackbone("mobilenetv2");
    var more = new java.util.LinkedHashMap<>(weights.asMap());
    more.put("fc1/kernel", new WeightTensor(new int[] {1}, new float[1]));
    assertThatThrownBy(() -> Engines.start().train(SPEC, new Weights(more), 1))
        .hasMessageContaining("fc1/kernel");
  }
}
