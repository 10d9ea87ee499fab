package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.FilledConstants;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.GraphLayers;
import negatoscope.network.graph.ServingLayers;
import negatoscope.network.graph.TrainingVariables;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * The last feature maps and the checkpoints before them against Keras', by the graph for training
 * and by the one for serving. One backbone is in memory at a time.
 */
@NeedsShared
class BackboneGoldenTest {
  private static final double TOLERANCE = 1e-3;
  private static final int SIDE = 224;

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
  void thePictureIsTheReferences() throws IOException {
    double sum = 0;
    for (float value : KerasReference.picture()) {
      sum += value;
    }
    assertThat(sum).isEqualTo(KerasReference.json("golden.json").get("picture_sum").asDouble());
  }

  static List<Reference> references() {
    return List.of(
        new Reference("vgg19", List.of()),
        new Reference("densenet121", List.of("zero_padding2d")),
        new Reference("inceptionv3", List.of()),
        new Reference("inceptionresnetv2", List.of()),
        new Reference("mobilenetv2", List.of()),
        new Reference("mobilenet_v2_transfer", List.of()));
  }

  /**
   * A backbone of the reference.
   *
   * @param folded the checkpoints that the graph for serving does not hold with these values: the
   *     picture has no three channels there; all else it must hold
   */
  record Reference(String name, List<String> folded) {
    Backbone backbone() {
      return HeadReference.backbone(name);
    }

    JsonNode expected() throws IOException {
      return KerasReference.json("golden.json").get("backbones").get(name);
    }

    Weights weights() throws IOException {
      return HeadReference.backboneWeights(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void bothGraphsGiveKerasMapsFromThePictureToTheLast(Reference reference) throws IOException {
    JsonNode expected = reference.expected();
    Weights weights = reference.weights();
    checkCounts(reference.backbone(), expected);
    Engines.start();
    List<JsonNode> checkpoints = new ArrayList<>();
    expected.get("checkpoints").forEach(checkpoints::add);
    try (Graph graph = new Graph()) {
      TrainingVariables variables = new TrainingVariables(Ops.create(graph));
      var layers = new GraphLayers(Ops.create(graph), variables);
      check(reference, graph, layers, checkpoints, session -> variables.assign(session, weights));
    }
    checkpoints.removeIf(each -> reference.folded().contains(each.get("layer").asText()));
    assertThat(expected.get("checkpoints")).hasSize(checkpoints.size() + reference.folded().size());
    try (Graph graph = new Graph()) {
      FilledConstants constants = new FilledConstants(Ops.create(graph));
      var layers = new ServingLayers(Ops.create(graph), new ConstantWeights(constants, weights));
      check(reference, graph, layers, checkpoints, constants::fill);
    }
  }

  private static void checkCounts(Backbone backbone, JsonNode expected) {
    List<Layer> layers = Architecture.layers(backbone, SIDE);
    assertThat(layers.get(layers.size() - 1).name()).isEqualTo(expected.get("last_layer").asText());
    assertThat(layers).hasSize(expected.get("layers").asInt());
    Map<String, int[]> weights = new LinkedHashMap<>();
    layers.forEach(layer -> weights.putAll(layer.weights()));
    assertThat(weights).hasSize(expected.get("weight_tensors").asInt());
    assertThat(weights.values().stream().mapToInt(WeightTensor::count).sum())
        .isEqualTo(expected.get("params").asInt());
    weights.keySet().removeIf(name -> name.contains("/moving_"));
    assertThat(weights.values().stream().mapToInt(WeightTensor::count).sum())
        .isEqualTo(expected.get("trainable_params").asInt());
  }

  /**
   * Compares what goes in, every checkpoint and the last map.
   *
   * @param start makes a session ready
   */
  private static void check(
      Reference reference,
      Graph graph,
      GraphLayers layers,
      List<JsonNode> checkpoints,
      Consumer<Session> start)
      throws IOException {
    Backbone backbone = reference.backbone();
    JsonNode expected = reference.expected();
    Operand<TFloat32> film =
        Ops.create(graph)
            .placeholder(
                TFloat32.class, Placeholder.shape(ConstantWeights.shape(-1, SIDE, SIDE, 1)));
    Operand<TFloat32> scaled = layers.scaled(film, backbone.scaling());
    Operand<TFloat32> map = Architecture.features(backbone, layers, scaled);
    try (Session session = session(graph);
        TFloat32 picture = Floats.tensor(KerasReference.picture(), 1, SIDE, SIDE, 1)) {
      start.accept(session);
      Session.Runner runner = session.runner().feed(film, picture).fetch(map).fetch(scaled);
      List<String> missing =
          checkpoints.stream()
              .map(each -> each.get("layer").asText())
              .filter(layer -> graph.operation(layer) == null)
              .toList();
      assertThat(missing).as("checkpoints that the graph does not hold").isEmpty();
      checkpoints.forEach(each -> runner.fetch(each.get("layer").asText()));
      try (Result result = runner.run()) {
        for (int i = 0; i < checkpoints.size(); i++) {
          JsonNode checkpoint = checkpoints.get(i);
          String layer = checkpoint.get("layer").asText();
          MapFigures.check(layer, checkpoint, Floats.array(result.get(i + 2)), TOLERANCE);
        }
        checkMap(reference.name(), expected, Floats.array(result.get(0)));
        if (layers.channels(scaled) == 3) {
          checkInput(expected.get("input"), Floats.array(result.get(1)));
        }
      }
    }
  }

  /** Without TensorFlow's rewriter, which fuses checkpoints away even where they are fetched. */
  private static Session session(Graph graph) {
    ConfigProto.Builder plain = TensorFlowEngine.configuration(Device.CPU).toBuilder();
    plain.getGraphOptionsBuilder().getRewriteOptionsBuilder().setDisableMetaOptimizer(true);
    return new Session(graph, plain.build());
  }

  private static void checkInput(JsonNode expected, float[] values) {
    MapFigures.check("input", expected, values, TOLERANCE);
    int centre = 3 * (SIDE / 2 * SIDE + SIDE / 2);
    double tolerance = TOLERANCE * MapFigures.magnitude(expected);
    MapFigures.checkValues("centre", expected.get("centre_pixel"), values, centre, tolerance);
  }

  private static void checkMap(String name, JsonNode expected, float[] values) throws IOException {
    MapFigures.check("last map", expected, values, TOLERANCE);
    assertThat(KerasReference.largestDifference(values, KerasReference.features(name)))
        .isLessThan(TOLERANCE * MapFigures.magnitude(expected));
  }
}
