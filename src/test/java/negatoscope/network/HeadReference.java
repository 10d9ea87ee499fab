package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.ServingGraph;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A case of the reference's heads: what it is made of, and what Keras gives. */
final class HeadReference {
  static final List<String> OUTPUTS =
      List.of("logits", "probabilities", "gradcam_raw", "gradcam", "hirescam_raw", "hirescam");

  private HeadReference() {}

  static NetworkSpec spec(JsonNode expected) {
    String variant = expected.get("variant").asText();
    int units = expected.get("units").asInt();
    HeadSpec head =
        variant.equals("published")
            ? new HeadSpec.Published(units, expected.get("fc").asInt())
            : new HeadSpec.Compact(
                units,
                1,
                0,
                variant.equals("bidirectional"),
                variant.equals("mean") ? HeadSpec.Pooling.MEAN : HeadSpec.Pooling.LAST);
    return new NetworkSpec(backbone(expected.get("features").asText()), head, 3, 224);
  }

  /** By the name that the reference's files give it. */
  static Backbone backbone(String features) {
    return Arrays.stream(Backbone.values())
        .filter(each -> features.replace("_", "").startsWith(each.id().replace("-", "")))
        .findFirst()
        .orElseThrow();
  }

  static Weights weights(JsonNode expected, NetworkSpec spec) {
    return KerasReference.formulaHead(
        spec,
        expected.get("kernel_scale").asDouble(),
        expected.get("dense_kernel_scale").asDouble());
  }

  /** Outputs of the served head on Keras' own feature map, by name. */
  static Map<String, float[]> onGivenMap(JsonNode expected, List<String> outputs)
      throws IOException {
    NetworkSpec spec = spec(expected);
    int[] shape = KerasReference.ints(expected.get("shape"));
    float[] features = KerasReference.features(expected.get("features").asText());
    Engines.start();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> map =
          tf.placeholder(
              TFloat32.class,
              Placeholder.shape(ConstantWeights.shape(-1, shape[0], shape[1], shape[2])));
      var named = ServingGraph.head(tf, spec, weights(expected, spec), 1, map, map);
      try (Session session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
          TFloat32 input = Floats.tensor(features, 1, shape[0], shape[1], shape[2])) {
        Session.Runner runner = session.runner().feed(map, input);
        for (String output : outputs) {
          Operand<TFloat32> operand = named.get(output);
          runner.fetch(operand == null ? output : operand.op().name());
        }
        Map<String, float[]> values = new HashMap<>();
        try (Result result = runner.run()) {
          outputs.forEach(output -> values.put(output, Floats.array(result.get(values.size()))));
        }
        return values;
      }
    }
  }

  static void check(JsonNode expected, Map<String, float[]> values, double tolerance) {
    float[] logits = KerasReference.floats(expected.get("logits"));
    assertThat(KerasReference.largestDifference(get(values, "logits"), logits))
        .isLessThan(tolerance * KerasReference.largest(logits));
    assertThat(
            KerasReference.largestDifference(
                get(values, "probabilities"), KerasReference.floats(expected.get("probabilities"))))
        .isLessThan(tolerance);
    for (JsonNode ofClass : expected.get("classes")) {
      int k = ofClass.get("class").asInt();
      for (String method : List.of("gradcam", "hirescam")) {
        double scale = KerasReference.largest(KerasReference.floats(ofClass.get(method + "_raw")));
        for (String output : List.of(method, method + "_raw")) {
          if (values.containsKey(output)) {
            float[] map = KerasReference.floats(ofClass.get(output));
            float[] ours =
                Arrays.copyOfRange(get(values, output), k * map.length, (k + 1) * map.length);
            assertThat(KerasReference.largestDifference(ours, map))
                .as("%s of class %d", output, k)
                .isLessThan(tolerance * scale);
          }
        }
      }
    }
  }

  static float[] get(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
