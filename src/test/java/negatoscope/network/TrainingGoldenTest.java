package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.graph.CompactHead;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.CrossEntropy;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.RmsProp;
import negatoscope.network.graph.TrainingVariables;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** RMSprop's traces against Keras'. */
@NeedsShared
class TrainingGoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"head", "head_weighted_smoothed"})
  void twentyUpdatesOfTheHeadFollowKeras(String name) throws IOException {
    JsonNode expected = KerasReference.json("training.json").get(name);
    int samples = 8;
    int steps = 49;
    int channels = 64;
    HeadSpec.Compact head =
        new HeadSpec.Compact(expected.get("units").asInt(), 1, 0, false, HeadSpec.Pooling.LAST);
    Engines.start();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      TrainingVariables variables = new TrainingVariables(tf);
      Operand<TFloat32> map = placeholder(tf, -1, steps, channels);
      Operand<TFloat32> targets = placeholder(tf, -1, 3);
      Operand<TFloat32> sampleWeights = placeholder(tf, -1);
      Operand<TFloat32> rate = placeholder(tf);
      CompactHead built = new CompactHead(tf, variables, head, 3, map, steps, channels);
      Operand<TFloat32> loss = CrossEntropy.of(tf, built.logits(), targets, sampleWeights);
      RmsProp optimiser = new RmsProp(tf, variables, rate, Double.POSITIVE_INFINITY);
      var gradients = optimiser.gradients(graph, loss, List.copyOf(variables.names()));
      var updates = optimiser.updates(gradients, Map.of());
      Weights start = start(expected);
      try (Session session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
          TFloat32 input =
              Floats.tensor(
                  FormulaWeights.tensor("train/features", samples, steps, channels).values(),
                  samples,
                  steps,
                  channels);
          TFloat32 wanted = Floats.tensor(targets(expected, samples), samples, 3);
          TFloat32 weighted = Floats.tensor(weights(expected, samples), samples);
          TFloat32 learningRate =
              TFloat32.scalarOf((float) expected.get("learning_rate").asDouble())) {
        Session.Runner resets = session.runner();
        optimiser.resets().forEach(resets::addTarget);
        resets.run().close();
        variables.assign(session, start);
        for (int update = 0; update <= expected.get("updates").asInt(); update++) {
          Session.Runner runner =
              session
                  .runner()
                  .feed(map, input)
                  .feed(targets, wanted)
                  .feed(sampleWeights, weighted)
                  .feed(rate, learningRate)
                  .fetch(loss);
          if (update < expected.get("updates").asInt()) {
            updates.forEach(runner::addTarget);
          }
          try (Result result = runner.run()) {
            double wantedLoss = expected.get("loss").get(update).asDouble();
            assertThat((double) Floats.array(result.get(0))[0])
                .as("loss before update %d", update + 1)
                .isCloseTo(wantedLoss, within(1e-3 * wantedLoss));
          }
        }
        checkWeights(expected.get("weights_after_update").get("20"), variables.read(session));
      }
    }
  }

  private static void checkWeights(JsonNode expected, Weights weights) {
    for (var entry : expected.properties()) {
      float[] values = Objects.requireNonNull(weights.get(entry.getKey())).values();
      double norm = 0;
      for (float value : values) {
        norm += (double) value * value;
      }
      double wanted = entry.getValue().get("l2").asDouble();
      assertThat(Math.sqrt(norm)).as(entry.getKey()).isCloseTo(wanted, within(1e-3 * wanted));
      float[] first = KerasReference.floats(entry.getValue().get("first8"));
      assertThat(KerasReference.largestDifference(Arrays.copyOf(values, first.length), first))
          .as(entry.getKey())
          .isLessThan(1e-4);
    }
  }

  @Test
  void theWholeNetworkInSmallStepsFollowsKeras() throws IOException {
    JsonNode expected = KerasReference.json("training.json").get("whole_small_steps");
    try (SessionTrainingNetwork network = whole(expected)) {
      checkGradients(expected, network);
      checkLosses(expected, network, new double[] {1e-3, 1e-3, 1e-3});
    }
  }

  @Test
  void theWholeNetworkInLargerStepsFollowsKerasWithinItsOwnSpread() throws IOException {
    JsonNode expected = KerasReference.json("training.json").get("whole");
    try (SessionTrainingNetwork network = whole(expected)) {
      checkLosses(expected, network, new double[] {1e-3, 1e-3, 5e-2});
    }
  }

  private static SessionTrainingNetwork whole(JsonNode expected) throws IOException {
    HeadSpec head =
        new HeadSpec.Compact(expected.get("units").asInt(), 1, 0, false, HeadSpec.Pooling.LAST);
    NetworkSpec spec = new NetworkSpec(Backbone.MOBILENET_V2, head, 3, 224);
    Weights weights =
        KerasReference.formulaBackbone("mobilenetv2")
            .with(
                KerasReference.formulaHead(
                    spec,
                    expected.get("kernel_scale").asDouble(),
                    expected.get("dense_kernel_scale").asDouble()));
    return (SessionTrainingNetwork) Engines.start().train(spec, weights, 1);
  }

  private static float[] batch() throws IOException {
    float[] picture = KerasReference.picture();
    float[] both = Arrays.copyOf(picture, 2 * picture.length);
    System.arraycopy(KerasReference.mirrored(picture), 0, both, picture.length, picture.length);
    return both;
  }

  private static void checkLosses(
      JsonNode expected, SessionTrainingNetwork network, double[] tolerances) throws IOException {
    float[] mask = new float[2 * expected.get("units").asInt()];
    Arrays.fill(mask, 1f);
    for (int update = 0; update < 3; update++) {
      float loss =
          network.step(
              batch(),
              2,
              new float[] {1, 0, 0, 0, 1, 0},
              new float[] {1, 1},
              mask,
              expected.get("learning_rate").asDouble());
      double wanted = expected.get("loss").get(update).asDouble();
      assertThat((double) loss)
          .as("loss before update %d", update + 1)
          .isCloseTo(wanted, within(tolerances[update] * wanted));
    }
  }

  private static void checkGradients(JsonNode expected, SessionTrainingNetwork network)
      throws IOException {
    Map<String, float[]> gradients =
        network.gradients(batch(), 2, new float[] {1, 0, 0, 0, 1, 0}, new float[] {1, 1});
    assertThat(gradients).hasSize(expected.get("trainable_tensors").asInt());
    boolean late = false;
    for (var entry : expected.get("steps").get(0).get("gradients").properties()) {
      late |= entry.getKey().startsWith("block_16_project");
      double norm = 0;
      for (float value : Objects.requireNonNull(gradients.get(entry.getKey()))) {
        norm += (double) value * value;
      }
      double wanted = entry.getValue().get("l2").asDouble();
      assertThat(Math.sqrt(norm))
          .as(entry.getKey())
          .isCloseTo(wanted, within((late ? 1e-3 : 3e-2) * wanted));
    }
  }

  private static Weights start(JsonNode expected) {
    int units = expected.get("units").asInt();
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    int[][] shapes = {{64, 4 * units}, {units, 4 * units}, {4 * units}, {units, 3}, {3}};
    String[] names = {
      "lstm/kernel", "lstm/recurrent_kernel", "lstm/bias", "dense/kernel", "dense/bias"
    };
    for (int i = 0; i < names.length; i++) {
      tensors.put(names[i], FormulaWeights.tensor(names[i], shapes[i]));
    }
    return new Weights(tensors);
  }

  private static float[] targets(JsonNode expected, int samples) {
    float smoothing = (float) expected.get("label_smoothing").asDouble();
    float[] targets = new float[samples * 3];
    for (int i = 0; i < samples; i++) {
      for (int k = 0; k < 3; k++) {
        targets[i * 3 + k] = (i % 3 == k ? 1 - smoothing : 0) + smoothing / 3;
      }
    }
    return targets;
  }

  private static float[] weights(JsonNode expected, int samples) {
    float[] weights = new float[samples];
    for (int i = 0; i < samples; i++) {
      JsonNode ofClasses = expected.get("class_weights");
      weights[i] = ofClasses.isNull() ? 1 : (float) ofClasses.get(i % 3).asDouble();
    }
    return weights;
  }

  private static Operand<TFloat32> placeholder(Ops tf, int... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(shape)));
  }
}
