package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.GraphLayers;
import negatoscope.network.graph.ServingLayers;
import negatoscope.network.graph.TrainingVariables;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vgg19",
        "densenet121",
        "inceptionv3",
        "inceptionresnetv2",
        "mobilenetv2",
        "mobilenet_v2_transfer"
      })
  void bothGraphsGiveKerasMapsFromThePictureToTheLast(String name) throws IOException {
    JsonNode expected = KerasReference.json("golden.json").get("backbones").get(name);
    Weights weights =
        name.equals("mobilenet_v2_transfer")
            ? KerasHdf5.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"))
            : KerasReference.formulaBackbone(name);
    Engines.start();
    checkTraining(name, expected, weights);
    checkServing(name, expected, weights);
  }

  private static void checkTraining(String name, JsonNode expected, Weights weights)
      throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      TrainingVariables variables = new TrainingVariables(tf);
      var film = film(tf);
      var map = map(name, film, new GraphLayers(tf, variables));
      try (Session session = session(graph)) {
        variables.assign(session, weights);
        assertThat(check(name, expected, graph, session, film, map))
            .isEqualTo(expected.get("checkpoints").size());
      }
    }
  }

  /** Folding leaves some layers out; those that remain are compared. */
  private static void checkServing(String name, JsonNode expected, Weights weights)
      throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      var film = film(tf);
      var map = map(name, film, new ServingLayers(tf, weights));
      try (Session session = session(graph)) {
        assertThat(check(name, expected, graph, session, film, map)).isPositive();
      }
    }
  }

  private static Operand<TFloat32> film(Ops tf) {
    var shape = Placeholder.shape(ConstantWeights.shape(-1, 224, 224, 1));
    return tf.placeholder(TFloat32.class, shape);
  }

  private static Operand<TFloat32> map(String name, Operand<TFloat32> film, GraphLayers layers) {
    Backbone backbone = HeadReference.backbone(name);
    return Architecture.features(backbone, layers, layers.scaled(film, backbone.scaling()));
  }

  /** Without TensorFlow's rewriter, which fuses checkpoints away even where they are fetched. */
  private static Session session(Graph graph) {
    ConfigProto.Builder plain = TensorFlowEngine.configuration(Device.CPU).toBuilder();
    plain.getGraphOptionsBuilder().getRewriteOptionsBuilder().setDisableMetaOptimizer(true);
    return new Session(graph, plain.build());
  }

  /** Compares the last map and every checkpoint that the graph holds; how many those are. */
  private static int check(
      String name,
      JsonNode expected,
      Graph graph,
      Session session,
      Operand<TFloat32> film,
      Operand<TFloat32> map)
      throws IOException {
    List<JsonNode> checkpoints = new ArrayList<>();
    try (TFloat32 picture = Floats.tensor(KerasReference.picture(), 1, 224, 224, 1)) {
      Session.Runner runner = session.runner().feed(film, picture).fetch(map);
      for (JsonNode checkpoint : expected.get("checkpoints")) {
        String layer = checkpoint.get("layer").asText();
        if (graph.operation(layer) != null) {
          checkpoints.add(checkpoint);
          runner.fetch(layer);
        }
      }
      try (Result result = runner.run()) {
        for (int i = 0; i < checkpoints.size(); i++) {
          compare(checkpoints.get(i), Floats.array(result.get(i + 1)));
        }
        float[] reference = KerasReference.features(name);
        assertThat(KerasReference.largestDifference(Floats.array(result.get(0)), reference))
            .isLessThan(TOLERANCE * KerasReference.largest(reference));
      }
    }
    return checkpoints.size();
  }

  private static void compare(JsonNode checkpoint, float[] values) {
    String layer = checkpoint.get("layer").asText();
    int count = 1;
    for (int size : KerasReference.ints(checkpoint.get("shape"))) {
      count *= size;
    }
    if (values.length != count) {
      // The picture in three channels is not made for serving.
      assertThat(layer).isEqualTo("zero_padding2d");
      return;
    }
    double mean = 0;
    for (float value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double tolerance =
        TOLERANCE
            * Math.max(
                Math.abs(checkpoint.get("min").asDouble()),
                Math.abs(checkpoint.get("max").asDouble()));
    var near = org.assertj.core.data.Offset.offset(tolerance);
    assertThat(mean).as(layer + " mean").isCloseTo(checkpoint.get("mean").asDouble(), near);
    assertThat(Math.sqrt(variance))
        .as(layer + " std")
        .isCloseTo(checkpoint.get("std").asDouble(), near);
    float[] first = KerasReference.floats(Objects.requireNonNull(checkpoint.get("first8")));
    float[] last = KerasReference.floats(Objects.requireNonNull(checkpoint.get("last8")));
    for (int i = 0; i < 8; i++) {
      assertThat((double) values[i]).as(layer + " first").isCloseTo(first[i], near);
      assertThat((double) values[values.length - 8 + i])
          .as(layer + " last")
          .isCloseTo(last[i], near);
    }
  }
}
