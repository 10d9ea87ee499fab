package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import negatoscope.network.graph.CompactHead;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.Constants;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.Head;
import negatoscope.network.graph.WeightSource;
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
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The head and the heat maps of every class against Keras', and against TensorFlow's own gradients.
 */
@NeedsShared
class HeadGoldenTest {
  static Stream<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    KerasReference.json("cnnrnn.json").get("cases").forEach(cases::add);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void headOnAGivenMapGivesKerasLogitsAndHeatMaps(JsonNode expected) throws IOException {
    HeadReference.check(expected, HeadReference.onGivenMap(expected, HeadReference.OUTPUTS), 1e-4);
  }

  @Test
  void handWrittenGradientEqualsTensorFlowsForStackedAndBidirectionalHeads() {
    for (HeadSpec.Pooling pooling : HeadSpec.Pooling.values()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (int layers = 1; layers <= 3; layers++) {
          compareWithTensorFlow(new HeadSpec.Compact(5, layers, 0, bidirectional, pooling));
        }
      }
    }
  }

  private static void compareWithTensorFlow(HeadSpec.Compact head) {
    int rows = 3;
    int columns = 4;
    int channels = 6;
    int films = 2;
    Engines.start();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> map =
          tf.placeholder(
              TFloat32.class,
              Placeholder.shape(ConstantWeights.shape(-1, rows, columns, channels)));
      WeightSource formula = formula(tf);
      CompactHead built = new CompactHead(tf, formula, head, 3, map, rows * columns, channels);
      Head.Cams cams = built.cams();
      float[] values = FormulaWeights.tensor("x/features", films, rows, columns, channels).values();
      try (Session session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
          TFloat32 input = Floats.tensor(values, films, rows, columns, channels)) {
        float[] gradcam;
        float[] hirescam;
        try (Result result =
            session.runner().feed(map, input).fetch(cams.gradcam()).fetch(cams.hirescam()).run()) {
          gradcam = Floats.array(result.get(0));
          hirescam = Floats.array(result.get(1));
        }
        for (int k = 0; k < 3; k++) {
          Operand<TFloat32> logit =
              tf.sum(tf.slice(built.logits(), tf.array(0, k), tf.array(-1, 1)), tf.array(0, 1));
          var gradient =
              graph
                  .addGradients(logit.asOutput(), new org.tensorflow.Output<?>[] {map.asOutput()})[
                  0];
          float[] g;
          try (Result result = session.runner().feed(map, input).fetch(gradient).run()) {
            g = Floats.array(result.get(0));
          }
          for (int film = 0; film < films; film++) {
            int steps = rows * columns;
            double[] alpha = new double[channels];
            for (int i = 0; i < steps * channels; i++) {
              alpha[i % channels] += g[film * steps * channels + i] / (double) steps;
            }
            for (int t = 0; t < steps; t++) {
              double expectedGradcam = 0;
              double expectedHirescam = 0;
              for (int c = 0; c < channels; c++) {
                int at = (film * steps + t) * channels + c;
                expectedGradcam += alpha[c] * values[at];
                expectedHirescam += (double) g[at] * values[at];
              }
              int cell = (film * 3 + k) * steps + t;
              assertThat((double) gradcam[cell])
                  .as("%s", head)
                  .isCloseTo(expectedGradcam, org.assertj.core.data.Offset.offset(1e-5));
              assertThat((double) hirescam[cell])
                  .as("%s", head)
                  .isCloseTo(expectedHirescam, org.assertj.core.data.Offset.offset(1e-5));
            }
          }
        }
      }
    }
  }

  private static WeightSource formula(Ops tf) {
    return new WeightSource() {
      @Override
      public Operand<TFloat32> get(String name, int... shape) {
        return Constants.in(tf).of(FormulaWeights.tensor(name, shape));
      }

      @Override
      public UnaryOperator<Operand<TFloat32>> timesTransposed(
          Ops ops, String name, int rows, int columns) {
        Operand<TFloat32> matrix = get(name, rows, columns);
        return x -> ops.linalg.matMul(x, matrix, MatMul.transposeB(true));
      }
    };
  }
}
