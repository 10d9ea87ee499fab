package negatoscope.network.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The definitions against Keras' own list of layers. */
class ArchitectureTest {
  private static JsonNode keras(Backbone backbone) throws IOException {
    String name = backbone.id().replace("-", "");
    return new ObjectMapper().readTree(Shared.path("keras/layers/" + name + ".json").toFile());
  }

  /** Everything that is said of a layer, as a value that can be compared. */
  private record Facts(
      String type,
      List<String> inbound,
      List<Integer> outputShape,
      List<String> weights,
      List<List<Integer>> shapes) {

    static Facts of(Layer layer) {
      List<List<Integer>> shapes = new ArrayList<>();
      for (int[] shape : layer.weights().values()) {
        shapes.add(java.util.Arrays.stream(shape).boxed().toList());
      }
      return new Facts(
          layer.type(),
          layer.inbound(),
          List.of(layer.size(), layer.size(), layer.channels()),
          List.copyOf(layer.weights().keySet()),
          shapes);
    }

    static Facts of(JsonNode layer) {
      List<String> inbound = new ArrayList<>();
      layer.get("inbound").forEach(name -> inbound.add(name.asText()));
      List<String> weights = new ArrayList<>();
      List<List<Integer>> shapes = new ArrayList<>();
      for (JsonNode weight : layer.path("weights")) {
        weights.add(weight.get("name").asText());
        shapes.add(integers(weight.get("shape")));
      }
      return new Facts(
          layer.get("type").asText(),
          inbound,
          integers(layer.get("output_shape")),
          weights,
          shapes);
    }

    private static List<Integer> integers(JsonNode array) {
      List<Integer> values = new ArrayList<>();
      array.forEach(value -> values.add(value.asInt()));
      return values;
    }
  }

  @NeedsShared
  @ParameterizedTest
  @EnumSource
  void everyLayerIsTheOneThatKerasBuilds(Backbone backbone) throws IOException {
    Map<String, Facts> expected = new LinkedHashMap<>();
    for (JsonNode layer : keras(backbone).get("layers")) {
      expected.put(layer.get("name").asText(), Facts.of(layer));
    }
    Map<String, Facts> built = new LinkedHashMap<>();
    for (Layer layer : Architecture.layers(backbone, 224)) {
      assertThat(built.put(layer.name(), Facts.of(layer))).as(layer.name()).isNull();
    }
    assertThat(built).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @NeedsShared
  @ParameterizedTest
  @EnumSource
  void theLastLayerAndTheNumberOfParametersAreKeras(Backbone backbone) throws IOException {
    List<Layer> layers = Architecture.layers(backbone, 224);
    assertThat(layers.get(layers.size() - 1).name())
        .isEqualTo(keras(backbone).get("last_layer").asText());
    long all = 0;
    long trainable = 0;
    for (Layer layer : layers) {
      for (var weight : layer.weights().entrySet()) {
        int count = WeightTensor.count(weight.getValue());
        all += count;
        trainable += weight.getKey().contains("/moving_") ? 0 : count;
      }
    }
    assertThat(all).isEqualTo(keras(backbone).get("params").asLong());
    assertThat(trainable).isEqualTo(keras(backbone).get("trainable_params").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "VGG19, 1, 5, 9",
    "DENSENET121, 1, 5, 9",
    "INCEPTION_V3, 1, 3, 8",
    "INCEPTION_RESNET_V2, 1, 3, 8",
    "MOBILENET_V2, 1, 5, 10"
  })
  void mapsOfOtherSidesHaveTheSizeThatKerasGivesThem(
      Backbone backbone, int ofLeast, int of160, int of299) {
    assertThat(lastSize(backbone, backbone.leastSide())).isEqualTo(ofLeast);
    assertThat(lastSize(backbone, 160)).isEqualTo(of160);
    assertThat(lastSize(backbone, 299)).isEqualTo(of299);
  }

  private static int lastSize(Backbone backbone, int side) {
    List<Layer> layers = Architecture.layers(backbone, side);
    return layers.get(layers.size() - 1).size();
  }

  @ParameterizedTest
  @EnumSource
  void aPictureBelowTheLeastSideIsRefused(Backbone backbone) {
    assertThatThrownBy(() -> Architecture.layers(backbone, backbone.leastSide() - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(backbone.leastSide()));
  }
}
