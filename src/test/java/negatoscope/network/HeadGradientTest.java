package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.CrossEntropy;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.Head;
import negatoscope.network.graph.Heads;
import negatoscope.network.graph.TrainingVariables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The gradients that go back through a head by hand against those that TensorFlow derives. */
class HeadGradientTest {
  private static final int FILMS = 2;
  private static final int SIDE = 32;
  private static final int CLASSES = 3;

  static Stream<HeadSpec> heads() {
    List<HeadSpec> heads = new ArrayList<>();
    for (HeadSpec.Pooling pooling : HeadSpec.Pooling.values()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (int layers = 1; layers <= 3; layers++) {
          heads.add(new HeadSpec.Compact(5, layers, 0, bidirectional, pooling));
        }
      }
    }
    heads.add(new HeadSpec.Published(5, 7));
    return heads.stream();
  }

  @ParameterizedTest
  @MethodSource("heads")
  void everyGradientOfTheLossEqualsTensorFlows(HeadSpec head) {
    compare(head, 3, 4);
  }

  @ParameterizedTest
  @MethodSource("heads")
  void soItDoesForAMapOfOneCellWhereTheRecurrentKernelsIsZero(HeadSpec head) {
    compare(head, 1, 1);
  }

  private static void compare(HeadSpec head, int rows, int columns) {
    int channels = 6;
    Engines.start();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> map = placeholder(tf, rows, columns, channels);
      NetworkSpec spec = new NetworkSpec(Backbone.MOBILENET_V2, head, CLASSES, SIDE);
      TrainingVariables variables = new TrainingVariables(tf);
      Head built = Heads.on(map, spec, tf, variables);
      Head.Training training = built.training(ones(tf, head.embeddingSize()));
      Operand<TFloat32> targets =
          tf.constant(new float[][] {{0.8f, 0.1f, 0.1f}, {0.2f, 0.5f, 0.3f}});
      Operand<TFloat32> loss =
          CrossEntropy.of(tf, training.logits(), targets, tf.constant(new float[] {1, 0.5f}));
      Head.Back back = built.gradients(graph, loss);
      List<String> names = new ArrayList<>(variables.names());
      names.removeIf(name -> name.contains("/moving_"));
      assertThat(back.ofWeights()).containsOnlyKeys(names);

      List<String> idle = new ArrayList<>(names);
      idle.removeIf(name -> rows * columns > 1 || !name.endsWith("/recurrent_kernel"));
      names.removeAll(idle);
      List<Operand<TFloat32>> by = new ArrayList<>(List.of(map));
      names.forEach(name -> by.add(variables.known(name)));
      Output<?>[] found =
          graph.addGradients(
              loss.asOutput(), by.stream().map(Operand::asOutput).toArray(Output<?>[]::new));
      float[] values = FormulaWeights.tensor("x/features", FILMS, rows, columns, channels).values();
      try (Session session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
          TFloat32 input = Floats.tensor(values, FILMS, rows, columns, channels)) {
        variables.assign(session, weights(variables));
        Session.Runner runner = session.runner().feed(map, input).fetch(back.ofMap());
        names.forEach(name -> runner.fetch(back.ofWeights().get(name)));
        for (Output<?> output : found) {
          runner.fetch(output);
        }
        idle.forEach(name -> runner.fetch(back.ofWeights().get(name)));
        try (Result result = runner.run()) {
          for (int i = 0; i < found.length; i++) {
            float[] expected = Floats.array(result.get(found.length + i));
            assertThat(result.get(i).shape()).isEqualTo(result.get(found.length + i).shape());
            assertThat(Floats.array(result.get(i)))
                .as(i == 0 ? "map" : names.get(i - 1))
                .containsExactly(expected, withPrecision(1e-6f));
          }
          for (int i = 2 * found.length; i < result.size(); i++) {
            assertThat(Floats.array(result.get(i))).containsOnly(0);
          }
        }
      }
    }
  }

  private static Operand<TFloat32> placeholder(Ops tf, int rows, int columns, int channels) {
    return tf.placeholder(
        TFloat32.class, Placeholder.shape(ConstantWeights.shape(-1, rows, columns, channels)));
  }

  private static Operand<TFloat32> ones(Ops tf, int size) {
    return tf.fill(tf.array(FILMS, size), tf.constant(1f));
  }

  private static Weights weights(TrainingVariables variables) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    variables
        .names()
        .forEach(name -> tensors.put(name, FormulaWeights.tensor(name, variables.shape(name))));
    return new Weights(tensors);
  }
}
