package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.Constants;
import negatoscope.network.graph.FilledConstants;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.ServingGraph;
import negatoscope.network.graph.ServingLayers;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.testing.Shared;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** A case of the reference's heads: what it is made of, and what Keras gives. */
final class HeadReference {
  static final List<String> OUTPUTS =
      List.of(
          "logits",
          "probabilities",
          "embedding",
          "gradcam_raw",
          "gradcam",
          "hirescam_raw",
          "hirescam");

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

  /** The weights with which the reference made a map of that name. */
  static Weights backboneWeights(String features) throws IOException {
    return features.equals("mobilenet_v2_transfer")
        ? KerasHdf5.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"))
        : KerasReference.formulaBackbone(features);
  }

  /**
   * Outputs of the served head on Keras' own feature map, by name; and {@code gradient_K}, of the
   * K-th logit with respect to the map, as TensorFlow finds it.
   */
  static Map<String, float[]> onGivenMap(JsonNode expected, List<String> outputs)
      throws IOException {
    int[] shape = KerasReference.ints(expected.get("shape"));
    float[] features = KerasReference.features(expected.get("features").asText());
    return outputs(expected, outputs, features, shape, (tf, constants, map) -> map, true);
  }

  /**
   * The same from the picture by the served backbone, scaled as that backbone's own training
   * demands: the reference has the published head on such maps too.
   */
  static Map<String, float[]> onServedMap(JsonNode expected, List<String> outputs)
      throws IOException {
    Backbone backbone = backbone(expected.get("features").asText());
    Weights weights = backboneWeights(expected.get("features").asText());
    return outputs(
        expected,
        outputs,
        KerasReference.picture(),
        new int[] {224, 224, 1},
        (tf, constants, film) -> {
          ServingLayers layers = new ServingLayers(tf, new ConstantWeights(constants, weights));
          return Architecture.features(backbone, layers, layers.scaled(film, backbone.scaling()));
        },
        false);
  }

  /** From what is fed to the feature map. */
  private interface ToMap {
    Operand<TFloat32> on(Ops tf, Constants constants, Operand<TFloat32> fed);
  }

  private static Map<String, float[]> outputs(
      JsonNode expected,
      List<String> outputs,
      float[] values,
      int[] shape,
      ToMap toMap,
      boolean gradients) {
    NetworkSpec spec = spec(expected);
    Engines.start();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      FilledConstants constants = new FilledConstants(tf);
      Operand<TFloat32> input =
          tf.placeholder(
              TFloat32.class,
              Placeholder.shape(ConstantWeights.shape(-1, shape[0], shape[1], shape[2])));
      Map<String, Operand<TFloat32>> named =
          ServingGraph.head(
              tf,
              spec,
              new ConstantWeights(constants, weights(expected, spec)),
              1,
              input,
              toMap.on(tf, constants, input));
      List<String> wanted = new ArrayList<>(outputs);
      for (int k = 0; gradients && k < spec.classes(); k++) {
        Operand<TFloat32> logit =
            tf.slice(Objects.requireNonNull(named.get("logits")), tf.array(0, k), tf.array(-1, 1));
        named.put(gradient(k), gradient(graph, logit, input));
        wanted.add(gradient(k));
      }
      // Rewriting a graph with gradients would take longer than the one run that follows.
      ConfigProto.Builder configuration = TensorFlowEngine.configuration(Device.CPU).toBuilder();
      configuration
          .getGraphOptionsBuilder()
          .getRewriteOptionsBuilder()
          .setDisableMetaOptimizer(gradients);
      try (Session session = new Session(graph, configuration.build());
          TFloat32 fed = Floats.tensor(values, 1, shape[0], shape[1], shape[2])) {
        constants.fill(session);
        Session.Runner runner = session.runner().feed(input, fed);
        for (String output : wanted) {
          Operand<TFloat32> operand = named.get(output);
          if (operand == null) {
            runner.fetch(output);
          } else {
            runner.fetch(operand);
          }
        }
        Map<String, float[]> found = new HashMap<>();
        try (Result result = runner.run()) {
          wanted.forEach(output -> found.put(output, Floats.array(result.get(found.size()))));
        }
        return found;
      }
    }
  }

  private static String gradient(int classIndex) {
    return "gradient_" + classIndex;
  }

  private static Operand<TFloat32> gradient(
      Graph graph, Operand<TFloat32> of, Operand<TFloat32> at) {
    return graph.addGradients(of.asOutput(), new Output<?>[] {at.asOutput()})[0].expect(
        TFloat32.class);
  }

  /** Compares every field of the case that there is a value of. */
  static void check(JsonNode expected, Map<String, float[]> values, double tolerance) {
    float[] logits = KerasReference.floats(expected.get("logits"));
    assertThat(KerasReference.largestDifference(get(values, "logits"), logits))
        .isLessThan(tolerance * KerasReference.largest(logits));
    assertThat(
            KerasReference.largestDifference(
                get(values, "probabilities"), KerasReference.floats(expected.get("probabilities"))))
        .isLessThan(tolerance);
    float[] hidden = get(values, "embedding");
    double greatest = MapFigures.magnitude(expected.get("hidden"));
    MapFigures.check("hidden", expected.get("hidden"), hidden, tolerance);
    MapFigures.checkValues(
        "hidden", expected.get("hidden_first8"), hidden, 0, tolerance * greatest);
    for (JsonNode ofClass : expected.get("classes")) {
      int k = ofClass.get("class").asInt();
      if (values.containsKey(gradient(k))) {
        checkGradient(ofClass, get(values, gradient(k)), expected, tolerance);
      }
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

  /** Its spread, and the weights of Grad-CAM's first channels: its means over the map. */
  private static void checkGradient(
      JsonNode ofClass, float[] gradient, JsonNode expected, double tolerance) {
    MapFigures.check("gradient", ofClass.get("gradient"), gradient, tolerance);
    int channels = expected.get("shape").get(2).asInt();
    float[] means = new float[channels];
    for (int i = 0; i < gradient.length; i++) {
      means[i % channels] += gradient[i] * channels / gradient.length;
    }
    double greatest = MapFigures.magnitude(ofClass.get("gradient"));
    MapFigures.checkValues("alpha", ofClass.get("alpha_first8"), means, 0, tolerance * greatest);
  }

  static float[] get(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
