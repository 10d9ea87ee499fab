package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.graph.CompactHead;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.CrossEntropy;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.Head;
import negatoscope.network.graph.PublishedHead;
import negatoscope.network.graph.RmsProp;
import negatoscope.network.graph.TrainingVariables;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A head under training on a fed sequence, set up as a trace of the reference says. */
final class HeadTrace implements AutoCloseable {
  private static final int CLASSES = 3;

  private final JsonNode expected;
  private final int samples;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final TrainingVariables variables = new TrainingVariables(tf);
  private final Map<Operand<TFloat32>, TFloat32> fed = new LinkedHashMap<>();
  private final Operand<TFloat32> targets;
  private final Operand<TFloat32> sampleWeights;
  private final Head head;
  private final Head.Training training;
  private final Operand<TFloat32> loss;
  private final Map<String, Operand<TFloat32>> gradients;
  private final RmsProp optimiser;
  private final List<Op> updates;
  private final Session session;

  /** With weights as before the first update. */
  HeadTrace(JsonNode expected, HeadSpec spec) {
    this.expected = expected;
    Engines.start();
    samples = expected.get("samples").asInt();
    int steps = expected.get("steps_in_sequence").asInt();
    int channels = expected.get("channels").asInt();
    var features = FormulaWeights.tensor("train/features", samples, steps, channels);
    Operand<TFloat32> sequence = feed(features.values(), samples, steps, channels);
    targets = feed(wanted(), samples, CLASSES);
    sampleWeights = feed(weightsOfSamples(), samples);
    Operand<TFloat32> mask = feed(mask(spec.embeddingSize()), samples, spec.embeddingSize());
    Operand<TFloat32> rate = feed(new float[] {(float) expected.get("learning_rate").asDouble()});
    head =
        spec instanceof HeadSpec.Published published
            ? new PublishedHead(tf, variables, published, CLASSES, sequence, steps, channels)
            : new CompactHead(
                tf, variables, (HeadSpec.Compact) spec, CLASSES, sequence, steps, channels);
    training = head.training(mask);
    loss = CrossEntropy.of(tf, training.logits(), targets, sampleWeights);
    double clipValue = expected.path("clip_value").asDouble(Double.POSITIVE_INFINITY);
    optimiser = new RmsProp(tf, variables, rate, TrainingPlan.headOnly().withClipValue(clipValue));
    gradients = new LinkedHashMap<>(head.gradients(graph, loss).ofWeights());
    gradients.keySet().retainAll(trained());
    updates = optimiser.updates(gradients, training.statistics());
    session = new Session(graph, TensorFlowEngine.configuration(Device.CPU));
    Session.Runner resets = session.runner();
    optimiser.resets().forEach(resets::addTarget);
    resets.run().close();
    variables.assign(session, start());
  }

  /** What learns, by name. */
  List<String> trained() {
    return expected.has("trained")
        ? expected.get("trained").valueStream().map(JsonNode::asText).toList()
        : List.copyOf(variables.names());
  }

  /** The formula's weights. */
  Weights start() {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (String name : variables.names()) {
      double scale =
          switch (name) {
            case "lstm/kernel" -> expected.path("kernel_scale").asDouble(1);
            case "dense/kernel" -> expected.path("dense_kernel_scale").asDouble(1);
            default -> 1;
          };
      tensors.put(name, FormulaWeights.tensor(name, scale, variables.shape(name)));
    }
    return new Weights(tensors);
  }

  private float[] wanted() {
    float smoothing = (float) expected.path("label_smoothing").asDouble(0);
    float[] wanted = new float[samples * CLASSES];
    for (int i = 0; i < wanted.length; i++) {
      boolean label = expected.get("labels").get(i / CLASSES).asInt() == i % CLASSES;
      wanted[i] = (label ? 1 - smoothing : 0) + smoothing / CLASSES;
    }
    return wanted;
  }

  private float[] weightsOfSamples() {
    float[] weights = ones(samples);
    JsonNode ofClasses = expected.path("class_weights");
    for (int i = 0; i < samples && ofClasses.isArray(); i++) {
      weights[i] = (float) ofClasses.get(expected.get("labels").get(i).asInt()).asDouble();
    }
    return weights;
  }

  private float[] mask(int size) {
    return expected.has("dropout_mask")
        ? KerasReference.floats(expected.get("dropout_mask"))
        : ones(samples * size);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1f);
    return ones;
  }

  private Operand<TFloat32> feed(float[] values, int... shape) {
    Operand<TFloat32> placeholder =
        tf.placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(shape)));
    fed.put(placeholder, Floats.tensor(values, shape));
    return placeholder;
  }

  private List<float[]> run(Session.Runner runner) {
    fed.forEach(runner::feed);
    List<float[]> values = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < result.size(); i++) {
        values.add(Floats.array(result.get(i)));
      }
    }
    return values;
  }

  float[] fetch(Operand<TFloat32> output) {
    return run(session.runner().fetch(output)).get(0);
  }

  /** What the operation of a name gives. */
  float[] fetch(String operation) {
    return run(session.runner().fetch(operation)).get(0);
  }

  /**
   * One loss of the update's kind before each update and one after the last; weights on the way.
   */
  void checkUpdates(TensorFigures ofWeights) {
    int count = expected.get("updates").asInt();
    assertThat(expected.get("loss")).hasSize(count + 1);
    for (int update = 0; update <= count; update++) {
      JsonNode weights = expected.get("weights_after_update").path(Integer.toString(update));
      Weights now = weights();
      for (var entry : weights.properties()) {
        WeightTensor tensor = Objects.requireNonNull(now.get(entry.getKey()), entry.getKey());
        assertThat(tensor.shape()).isEqualTo(KerasReference.ints(entry.getValue().get("shape")));
        ofWeights.check(
            entry.getKey() + " after update " + update, entry.getValue(), tensor.values());
      }
      Session.Runner runner = session.runner().fetch(loss);
      if (update < count) {
        updates.forEach(runner::addTarget);
      }
      checkLoss(expected.get("loss").get(update), run(runner).get(0));
    }
  }

  static void checkLoss(JsonNode expected, float[] loss) {
    assertThat((double) loss[0]).isCloseTo(expected.asDouble(), within(1e-3 * expected.asDouble()));
  }

  /** Gradients of everything that learns, as they are before the next update. */
  void checkGradients(String field, TensorFigures figures) {
    checkAll(field, gradients, figures);
  }

  /** RMSprop's mean squares of everything that learns. */
  void checkMeanSquares(String field, TensorFigures figures) {
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    TrainingVariables meanSquares = optimiser.meanSquares();
    meanSquares.names().forEach(name -> named.put(name, meanSquares.known(name)));
    checkAll(field, named, figures);
  }

  private void checkAll(
      String field, Map<String, Operand<TFloat32>> operands, TensorFigures figures) {
    assertThat(operands.keySet()).containsExactlyInAnyOrderElementsOf(names(expected.get(field)));
    fetch(operands)
        .forEach(
            (name, values) ->
                figures.check(field + " " + name, expected.get(field).get(name), values));
  }

  /** The fields of an object, in their order. */
  static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** Gradients by name, element by element, not clipped. */
  Map<String, float[]> gradients() {
    return fetch(gradients);
  }

  private Map<String, float[]> fetch(Map<String, Operand<TFloat32>> operands) {
    Session.Runner runner = session.runner();
    operands.values().forEach(runner::fetch);
    List<float[]> values = run(runner);
    Map<String, float[]> named = new LinkedHashMap<>();
    operands.keySet().forEach(name -> named.put(name, values.get(named.size())));
    return named;
  }

  /** Probabilities as an update sees them. */
  float[] probabilities() {
    return fetch(tf.nn.softmax(training.logits()));
  }

  /** Probabilities in inference mode. */
  float[] inferenceProbabilities() {
    return fetch(tf.nn.softmax(head.logits()));
  }

  /** The loss in inference mode. */
  float[] inferenceLoss() {
    return fetch(CrossEntropy.of(tf, head.logits(), targets, sampleWeights));
  }

  Weights weights() {
    return variables.read(session);
  }

  @Override
  public void close() {
    fed.values().forEach(TFloat32::close);
    session.close();
    graph.close();
  }
}
