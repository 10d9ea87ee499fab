package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.HeadWeights;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The head that the paper's authors released, against Keras'. */
@NeedsShared
class PublishedHeadGoldenTest {
  private static JsonNode reference() throws IOException {
    return KerasReference.json("published_head.json");
  }

  static Stream<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    reference().get("cases").forEach(cases::add);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyStageLogitsAndHeatMapsOnAGivenMapAreKeras(JsonNode expected) throws IOException {
    List<String> outputs = new ArrayList<>(HeadReference.OUTPUTS);
    expected.get("stages").forEach(stage -> outputs.add(stage.get("layer").asText()));
    Map<String, float[]> values = HeadReference.onGivenMap(expected, outputs);
    for (JsonNode stage : expected.get("stages")) {
      String layer = stage.get("layer").asText();
      MapFigures.check(layer, stage, HeadReference.get(values, layer), 1e-4);
    }
    assertThat(HeadReference.get(values, "embedding"))
        .isEqualTo(HeadReference.get(values, "fc2_bn"));
    HeadReference.check(expected, values, 1e-4);
  }

  static Stream<JsonNode> smallCases() throws IOException {
    return cases().filter(each -> each.get("fc").asInt() < 4096);
  }

  @ParameterizedTest
  @MethodSource("smallCases")
  void theSameFollowsFromThePicture(JsonNode expected) throws IOException {
    HeadReference.check(expected, HeadReference.onServedMap(expected, HeadReference.OUTPUTS), 1e-3);
  }

  @Test
  void weightsHaveKerasNamesShapesAndOrder() throws IOException {
    for (JsonNode expected : reference().get("cases")) {
      Map<String, int[]> shapes = HeadWeights.shapes(HeadReference.spec(expected));
      List<String> names = new ArrayList<>();
      for (JsonNode weight : expected.get("weights")) {
        String name = weight.get("name").asText();
        names.add(name);
        assertThat(shapes.get(name)).as(name).isEqualTo(KerasReference.ints(weight.get("shape")));
      }
      assertThat(shapes.keySet()).containsExactlyElementsOf(names);
      assertThat(shapes.values().stream().mapToInt(WeightTensor::count).sum())
          .isEqualTo(expected.get("params").asInt());
      shapes.keySet().removeIf(name -> name.contains("/moving_"));
      assertThat(shapes.values().stream().mapToInt(WeightTensor::count).sum())
          .isEqualTo(expected.get("trainable_params").asInt());
    }
  }

  @Test
  void releasedNetworksHaveAsManyWeightsAsKerasCounts() throws IOException {
    for (JsonNode expected : reference().get("parameter_counts_full_size")) {
      Backbone backbone = HeadReference.backbone(expected.get("backbone").asText());
      HeadSpec head = HeadSpec.Published.of(backbone);
      assertThat(head.units()).isEqualTo(expected.get("units").asInt());
      NetworkSpec spec = new NetworkSpec(backbone, head, 3, 224);
      long ofHead = HeadWeights.shapes(spec).values().stream().mapToLong(WeightTensor::count).sum();
      long ofBackbone =
          Architecture.layers(backbone, 224).stream()
              .flatMap(layer -> layer.weights().values().stream())
              .mapToLong(WeightTensor::count)
              .sum();
      assertThat(ofHead).as(backbone.id()).isEqualTo(expected.get("head_params").asLong());
      assertThat(ofBackbone).as(backbone.id()).isEqualTo(expected.get("backbone_params").asLong());
    }
  }
}
