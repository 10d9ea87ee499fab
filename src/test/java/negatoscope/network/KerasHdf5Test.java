package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weight files that Keras wrote, and broken ones. */
@NeedsShared
class KerasHdf5Test {
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
  void everyTensorOfTheKeras2LayoutCarriesItsConstant() throws IOException {
    Weights weights = KerasHdf5.read(Shared.path("keras/layouts/mobilenetv2.keras2.h5"));
    var listed = KerasReference.json("layouts/mobilenetv2.json");
    var tensors = listed.isArray() ? listed : listed.get("tensors");
    assertThat(weights.names()).hasSize(tensors.size());
    for (var entry : tensors) {
      float[] values = Objects.requireNonNull(weights.get(entry.get("name").asText())).values();
      assertThat(values).containsOnly((float) entry.get("constant").asDouble());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_hdf5.h5", "truncated.h5"})
  void aBrokenFileIsRefusedInOneSentence(String name) {
    assertThatThrownBy(() -> KerasHdf5.read(Shared.path("keras/broken/" + name)))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_WEIGHTS);
              assertThat(failure.sentence()).contains(name);
            });
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
