package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.HeadSpec;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The head that the paper's authors released (Islam et al. 2020): feature map → sequence of h · w
 * steps, row by row → {@code lstm} with ReLU, all states → {@code lstm_bn} → flatten → {@code fc1}
 * → {@code fc1_bn} → {@code fc2} → {@code fc2_bn} → {@code dense}. Both {@code fc} layers apply
 * ReLU before their batch norm.
 */
public final class PublishedHead implements Head {
  private final Ops tf;
  private final HeadSpec.Published spec;
  private final int classes;
  private final int steps;
  private final Operand<TFloat32> features;
  private final LstmLayer lstm;
  private final Operand<TFloat32> states;
  private final BatchNorm lstmNorm;
  private final Dense fc1;
  private final BatchNorm norm1;
  private final Dense fc2;
  private final BatchNorm norm2;
  private final Dense dense;
  private final Operand<TFloat32> active1;
  private final Operand<TFloat32> active2;
  private final Operand<TFloat32> embedding;
  private final Operand<TFloat32> logits;

  private record Dense(String name, Operand<TFloat32> kernel, Operand<TFloat32> bias) {
    static Dense of(WeightSource weights, String name, int in, int out) {
      return new Dense(
          name, weights.get(name + "/kernel", in, out), weights.get(name + "/bias", out));
    }

    Operand<TFloat32> on(Operand<TFloat32> x, Ops tf) {
      return tf.nn.biasAdd(tf.linalg.matMul(x, kernel), bias);
    }
  }

  /**
   * Builds the head.
   *
   * @param features [N, h, w, channels] or [N, steps, channels]
   * @param steps h · w
   */
  public PublishedHead(
      Ops tf,
      WeightSource weights,
      HeadSpec.Published spec,
      int classes,
      Operand<TFloat32> features,
      int steps,
      int channels) {
    this.tf = tf;
    this.spec = spec;
    this.classes = classes;
    this.steps = steps;
    this.features = features;
    int units = spec.units();
    int size = spec.dense();
    Operand<TFloat32> sequence = tf.reshape(features, tf.array(-1, steps, channels));
    lstm =
        new LstmLayer(
            tf,
            weights,
            "lstm",
            sequence,
            steps,
            channels,
            units,
            LstmLayer.Activation.RELU,
            false);
    states = tf.withName("lstm").identity(lstm.states());
    lstmNorm = new BatchNorm(tf, weights, "lstm_bn", units);
    fc1 = Dense.of(weights, "fc1", steps * units, size);
    norm1 = new BatchNorm(tf, weights, "fc1_bn", size);
    fc2 = Dense.of(weights, "fc2", size, size);
    norm2 = new BatchNorm(tf, weights, "fc2_bn", size);
    dense = Dense.of(weights, "dense", size, classes);

    active1 = tf.withName("fc1").nn.relu(fc1.on(flat(lstmNorm.inference(states)), tf));
    active2 = tf.withName("fc2").nn.relu(fc2.on(norm1.inference(active1), tf));
    embedding = tf.withName("embedding").identity(norm2.inference(active2));
    logits = dense.on(embedding, tf.withName("logits"));
  }

  private Operand<TFloat32> flat(Operand<TFloat32> sequence) {
    return tf.reshape(sequence, tf.array(-1, steps * spec.units()));
  }

  @Override
  public Operand<TFloat32> embedding() {
    return embedding;
  }

  @Override
  public Operand<TFloat32> logits() {
    return logits;
  }

  @Override
  public Training training(Operand<TFloat32> dropoutMask) {
    Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();
    Operand<TFloat32> x = flat(lstmNorm.training(states, statistics));
    x = norm1.training(tf.withName("fc1_training").nn.relu(fc1.on(x, tf)), statistics);
    x = norm2.training(tf.withName("fc2_training").nn.relu(fc2.on(x, tf)), statistics);
    return new Training(dense.on(tf.math.mul(x, dropoutMask), tf), statistics);
  }

  @Override
  public Back gradients(Graph graph, Operand<TFloat32> loss) {
    Map<String, Operand<TFloat32>> by = new LinkedHashMap<>();
    for (BatchNorm norm : List.of(lstmNorm, norm1, norm2)) {
      by.putAll(norm.learning());
    }
    for (Dense layer : List.of(fc1, fc2, dense)) {
      by.put(layer.name() + "/kernel", layer.kernel());
      by.put(layer.name() + "/bias", layer.bias());
    }
    by.put("states", states);
    Map<String, Operand<TFloat32>> named = Gradients.of(graph, loss, by);
    Operand<TFloat32> ofStates = Objects.requireNonNull(named.remove("states"));
    Operand<TFloat32> ofSums = lstm.gradient(ofSteps(tf.expandDims(ofStates, tf.constant(1))), 1);
    named.putAll(lstm.ofWeights(ofSums));
    return new Back(
        named,
        tf.reshape(lstm.ofInput(ofSums, 1), tf.constant(features.asOutput().shape().asArray())));
  }

  /** By step, from [N, K, steps, units]. */
  private List<@Nullable Operand<TFloat32>> ofSteps(Operand<TFloat32> ofStates) {
    Unstack<TFloat32> parts = tf.unstack(ofStates, (long) steps, Unstack.axis(2L));
    return new ArrayList<>(parts.output());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The gradient goes back through the dense layers and the LSTM by hand, all classes at once,
   * so that each kernel is read once; see {@link LstmLayer#cams}.
   */
  @Override
  public Cams cams() {
    Operand<TFloat32> ofEmbedding =
        tf.expandDims(tf.linalg.transpose(dense.kernel(), tf.array(1, 0)), tf.constant(0));
    Operand<TFloat32> ofNorm1 = back(ofEmbedding, norm2, active2, fc2);
    Operand<TFloat32> ofSequence = back(ofNorm1, norm1, active1, fc1);
    Operand<TFloat32> ofStates =
        tf.math.mul(
            tf.reshape(ofSequence, tf.array(-1, classes, steps, spec.units())), lstmNorm.factor());
    return lstm.cams(lstm.gradient(ofSteps(ofStates), classes));
  }

  /**
   * Through batch norm, ReLU and a dense layer.
   *
   * @param gradient [N or 1, classes, out], of the batch norm's output
   * @param active what the ReLU gave, [N, out]
   * @return [N, classes, in]
   */
  private Operand<TFloat32> back(
      Operand<TFloat32> gradient, BatchNorm norm, Operand<TFloat32> active, Dense layer) {
    Operand<TFloat32> slope =
        tf.expandDims(tf.math.mul(tf.math.sign(active), norm.factor()), tf.constant(1));
    Operand<TFloat32> rows = tf.reshape(tf.math.mul(gradient, slope), tf.array(-1, spec.dense()));
    int in = (int) layer.kernel().asOutput().shape().get(0);
    return tf.reshape(
        tf.linalg.matMul(rows, layer.kernel(), MatMul.transposeB(true)), tf.array(-1, classes, in));
  }
}
