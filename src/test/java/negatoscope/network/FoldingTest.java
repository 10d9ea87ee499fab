package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.FilledConstants;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.GraphLayers;
import negatoscope.network.graph.ServingLayers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** What folding for serving leaves of a backbone. */
class FoldingTest {
  @BeforeAll
  static void load() {
    Engines.start();
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void theServedMapIsThatOfTheLayersAsTheyAreWritten(Backbone backbone) {
    Weights weights = RandomBackbone.of(backbone, 3);
    compare(backbone, weights, backbone.scaling());
  }

  @ParameterizedTest
  @EnumSource(names = {"VGG19", "MOBILENET_V2"})
  void theServedMapOfUnscaledFilmsIsThatOfFilmsScaledToOne(Backbone backbone) {
    compare(backbone, RandomBackbone.of(backbone, 3), Scaling.UNIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSENET121", "MOBILENET_V2"})
  void normalisationMayTurnAChannelRoundOrEraseIt(Backbone backbone) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>(RandomBackbone.of(backbone, 3).asMap());
    tensors.replaceAll(
        (name, tensor) -> {
          if (!name.endsWith("/gamma")) {
            return tensor;
          }
          float[] values = tensor.values().clone();
          for (int c = 0; c < values.length; c++) {
            values[c] *= c % 5 == 1 ? -1 : c % 7 == 2 ? 0 : c % 11 == 3 ? 1e-9f : 1;
          }
          return new WeightTensor(tensor.shape(), values);
        });
    compare(backbone, new Weights(tensors), backbone.scaling());
  }

  private static void compare(Backbone backbone, Weights weights, Scaling scaling) {
    float[] written = map(backbone, weights, scaling, GraphLayers::new);
    float[] served = map(backbone, weights, scaling, ServingLayers::new);
    assertThat(KerasReference.largest(written)).isPositive();
    assertThat(KerasReference.largestDifference(written, served))
        .isLessThan(1e-4 * KerasReference.largest(written));
  }

  private static float[] map(
      Backbone backbone,
      Weights weights,
      Scaling scaling,
      BiFunction<Ops, ConstantWeights, GraphLayers> use) {
    int side = Math.max(backbone.leastSide(), 64);
    Random random = new Random(5);
    float[] film = new float[side * side];
    for (int i = 0; i < film.length; i++) {
      film[i] = random.nextInt(256);
    }
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      FilledConstants constants = new FilledConstants(tf);
      GraphLayers layers = use.apply(tf, new ConstantWeights(constants, weights));
      Operand<TFloat32> input =
          tf.placeholder(
              TFloat32.class, Placeholder.shape(ConstantWeights.shape(-1, side, side, 1)));
      Operand<TFloat32> map =
          Architecture.features(backbone, layers, layers.scaled(input, scaling));
      try (TFloat32 values = Floats.tensor(film, 1, side, side, 1);
          Session session = new Session(graph, TensorFlowEngine.configuration(Device.CPU))) {
        constants.fill(session);
        try (Result result = session.runner().feed(input, values).fetch(map).run()) {
          return Floats.array(result.get(0));
        }
      }
    }
  }
}
