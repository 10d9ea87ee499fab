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
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.CrossEntropy;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.Head;
import negatoscope.network.graph.PublishedHead;
import negatoscope.network.graph.RmsProp;
import negatoscope.network.graph.TrainingVariables;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** RMSprop's traces on the published head against Keras'. */
@NeedsShared
class PublishedTrainingGoldenTest {
  private static final int SAMPLES = 8;
  private static final int STEPS = 49;
  private static final int CHANNELS = 64;

  /** The head, its loss and its updates on a fed sequence. */
  private static final class Trace implements AutoCloseable {
    final Graph graph = new Graph();
    final Ops tf = Ops.create(graph);
    final TrainingVariables variables = new TrainingVariables(tf);
    final Operand<TFloat32> sequence = placeholder(SAMPLES, STEPS, CHANNELS);
    final Operand<TFloat32> targets = placeholder(SAMPLES, 3);
    final Operand<TFloat32> sampleWeights = placeholder(SAMPLES);
    final Operand<TFloat32> mask;
    final Operand<TFloat32> rate = placeholder();
    final Head head;
    final Head.Training training;
    final Operand<TFloat32> loss;
    final Map<String, Operand<TFloat32>> gradients;
    final List<Op> updates;
    final Session session;
    final JsonNode expected;

    Trace(JsonNode expected) {
      this.expected = expected;
      HeadSpec.Published spec =
          new HeadSpec.Published(expected.get("units").asInt(), expected.get("fc").asInt());
      mask = placeholder(SAMPLES, spec.dense());
      head = new PublishedHead(tf, variables, spec, 3, sequence, STEPS, CHANNELS);
      training = head.training(mask);
      loss = CrossEntropy.of(tf, training.logits(), targets, sampleWeights);
      RmsProp optimiser = new RmsProp(tf, variables, rate, expected.get("clip_value").asDouble());
      gradients =
          optimiser.gradients(
              graph, loss, expected.get("trained").valueStream().map(JsonNode::asText).toList());
      updates = optimiser.updates(gradients, training.statistics());
      session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
      Session.Runner resets = session.runner();
      optimiser.resets().forEach(resets::addTarget);
      resets.run().close();
      Map<String, WeightTensor> start = new LinkedHashMap<>();
      for (String name : variables.names()) {
        double scale = name.equals("lstm/kernel") ? expected.get("kernel_scale").asDouble() : 1;
        start.put(name, FormulaWeights.tensor(name, scale, variables.shape(name)));
      }
      variables.assign(session, new Weights(start));
    }

    private Operand<TFloat32> placeholder(int... shape) {
      return tf.placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(shape)));
    }

    float[] run(Operand<TFloat32> output, List<Op> alongside) {
      float[] wanted = new float[SAMPLES * 3];
      for (int i = 0; i < SAMPLES; i++) {
        wanted[i * 3 + i % 3] = 1;
      }
      float[] values = FormulaWeights.tensor("train/features", SAMPLES, STEPS, CHANNELS).values();
      int size = expected.get("fc").asInt();
      try (TFloat32 input = Floats.tensor(values, SAMPLES, STEPS, CHANNELS);
          TFloat32 labels = Floats.tensor(wanted, SAMPLES, 3);
          TFloat32 equal = Floats.tensor(ones(SAMPLES), SAMPLES);
          TFloat32 kept = Floats.tensor(ones(SAMPLES * size), SAMPLES, size);
          TFloat32 step = TFloat32.scalarOf((float) expected.get("learning_rate").asDouble())) {
        Session.Runner runner =
            session
                .runner()
                .feed(sequence, input)
                .feed(targets, labels)
                .feed(sampleWeights, equal)
                .feed(mask, kept)
                .feed(rate, step)
                .fetch(output);
        alongside.forEach(runner::addTarget);
        try (Result result = runner.run()) {
          return Floats.array(result.get(0));
        }
      }
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1f);
      return ones;
    }

    @Override
    public void close() {
      session.close();
      graph.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"published", "clipped"})
  void tenUpdatesBehindTheFrozenLstmFollowKeras(String name) throws IOException {
    JsonNode expected = KerasReference.json("published_training.json").get(name);
    Engines.start();
    try (Trace trace = new Trace(expected)) {
      Operand<TFloat32> inferenceLoss =
          CrossEntropy.of(trace.tf, trace.head.logits(), trace.targets, trace.sampleWeights);
      checkLoss(
          expected.get("inference_loss_before_first_update"), trace.run(inferenceLoss, List.of()));
      checkRows(
          expected.get("probabilities_before_first_update"),
          trace.run(trace.tf.nn.softmax(trace.training.logits()), List.of()));
      for (var entry : expected.get("first_gradients").properties()) {
        Operand<TFloat32> gradient = Objects.requireNonNull(trace.gradients.get(entry.getKey()));
        checkFigures(entry.getKey(), entry.getValue(), trace.run(gradient, List.of()), 1e-3);
      }
      Weights start = trace.variables.read(trace.session);
      int updates = expected.get("updates").asInt();
      for (int update = 0; update <= updates; update++) {
        JsonNode weights = expected.get("weights_after_update").get(Integer.toString(update));
        if (weights != null) {
          checkWeights(weights, trace.variables.read(trace.session));
        }
        List<Op> alongside = update < updates ? trace.updates : List.of();
        checkLoss(expected.get("loss").get(update), trace.run(trace.loss, alongside));
      }
      checkLoss(
          expected.get("inference_loss_after_last_update"), trace.run(inferenceLoss, List.of()));
      checkRows(
          expected.get("inference_probabilities_after_last_update"),
          trace.run(trace.tf.nn.softmax(trace.head.logits()), List.of()));
      Weights end = trace.variables.read(trace.session);
      for (String frozen : List.of("lstm/kernel", "lstm/recurrent_kernel", "lstm/bias")) {
        assertThat(Objects.requireNonNull(end.get(frozen)).values())
            .as(frozen)
            .isEqualTo(Objects.requireNonNull(start.get(frozen)).values());
      }
    }
  }

  private static void checkLoss(JsonNode expected, float[] loss) {
    assertThat((double) loss[0]).isCloseTo(expected.asDouble(), within(1e-3 * expected.asDouble()));
  }

  private static void checkRows(JsonNode expected, float[] values) {
    for (int i = 0; i < values.length; i++) {
      assertThat((double) values[i])
          .isCloseTo(expected.get(i / 3).get(i % 3).asDouble(), within(1e-4));
    }
  }

  private static void checkWeights(JsonNode expected, Weights weights) {
    for (var entry : expected.properties()) {
      float[] values = Objects.requireNonNull(weights.get(entry.getKey())).values();
      checkFigures(entry.getKey(), entry.getValue(), values, 1e-4);
    }
  }

  private static void checkFigures(
      String name, JsonNode expected, float[] values, double toleranceOfNorm) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    double norm = expected.get("l2").asDouble();
    assertThat(Math.sqrt(squares)).as(name).isCloseTo(norm, within(toleranceOfNorm * norm));
    float[] first = KerasReference.floats(expected.get("first8"));
    assertThat(KerasReference.largestDifference(Arrays.copyOf(values, first.length), first))
        .as(name)
        .isLessThan(1e-4);
  }
}
