package negatoscope.network.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
import org.tensorflow.types.TFloat32;

/**
 * The {@code compact} head: feature map → sequence of h · w steps, row by row → 1 to 3 LSTM layers
 * → last state or mean over time → dropout → dense. Layer names as Keras gives them: {@code lstm},
 * {@code lstm_1}, {@code bidirectional/forward_lstm}, {@code dense}.
 */
public final class CompactHead implements Head {
  private final Ops tf;
  private final HeadSpec.Compact spec;
  private final int classes;
  private final int steps;
  private final Operand<TFloat32> features;
  private final List<List<LstmLayer>> layers = new ArrayList<>();
  private final Operand<TFloat32> denseKernel;
  private final Operand<TFloat32> denseBias;
  private final Operand<TFloat32> embedding;
  private final Operand<TFloat32> logits;

  /**
   * Builds the head.
   *
   * @param features [N, h, w, channels] or [N, steps, channels]
   * @param steps h · w
   */
  public CompactHead(
      Ops tf,
      WeightSource weights,
      HeadSpec.Compact spec,
      int classes,
      Operand<TFloat32> features,
      int steps,
      int channels) {
    this.tf = tf;
    this.spec = spec;
    this.classes = classes;
    this.steps = steps;
    this.features = features;
    Operand<TFloat32> sequence = tf.reshape(features, tf.array(-1, steps, channels));
    int size = channels;
    for (int layer = 0; layer < spec.layers(); layer++) {
      if (layer > 0) {
        sequence = joined(layers.get(layer - 1).stream().map(LstmLayer::states).toList(), 2);
      }
      layers.add(directions(weights, layer, sequence, size));
      size = spec.embeddingSize();
    }
    List<LstmLayer> last = layers.get(spec.layers() - 1);
    embedding =
        tf.withName("embedding")
            .identity(
                switch (spec.pooling()) {
                  case LAST -> joined(last.stream().map(LstmLayer::lastState).toList(), 1);
                  case MEAN ->
                      tf.math.mean(
                          joined(last.stream().map(LstmLayer::states).toList(), 2), tf.constant(1));
                });
    denseKernel = weights.get("dense/kernel", spec.embeddingSize(), classes);
    denseBias = weights.get("dense/bias", classes);
    logits = dense(tf.withName("logits"), embedding);
  }

  private List<LstmLayer> directions(
      WeightSource weights, int layer, Operand<TFloat32> sequence, int size) {
    String number = layer == 0 ? "" : "_" + layer;
    if (!spec.bidirectional()) {
      return List.of(lstm(weights, "lstm" + number, sequence, size, false));
    }
    String name = "bidirectional" + number + "/";
    return List.of(
        lstm(weights, name + "forward_lstm" + number, sequence, size, false),
        lstm(weights, name + "backward_lstm" + number, sequence, size, true));
  }

  private LstmLayer lstm(
      WeightSource weights, String name, Operand<TFloat32> in, int size, boolean backwards) {
    return new LstmLayer(
        tf, weights, name, in, steps, size, spec.units(), LstmLayer.Activation.TANH, backwards);
  }

  private Operand<TFloat32> joined(List<Operand<TFloat32>> parts, int axis) {
    return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(axis));
  }

  private Operand<TFloat32> dense(Ops named, Operand<TFloat32> x) {
    return named.nn.biasAdd(tf.linalg.matMul(x, denseKernel), denseBias);
  }

  @Override
  public Training training(Operand<TFloat32> dropoutMask) {
    return new Training(dense(tf, tf.math.mul(embedding, dropoutMask)), Map.of());
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
  public Back gradients(Graph graph, Operand<TFloat32> loss) {
    Map<String, Operand<TFloat32>> by = new LinkedHashMap<>();
    by.put("dense/kernel", denseKernel);
    by.put("dense/bias", denseBias);
    by.put("embedding", embedding);
    Map<String, Operand<TFloat32>> named = Gradients.of(graph, loss, by);
    Operand<TFloat32> ofEmbedding = Objects.requireNonNull(named.remove("embedding"));
    var ofSums = ofSums(tf.expandDims(ofEmbedding, tf.constant(1)), 1);
    for (int layer = 0; layer < spec.layers(); layer++) {
      for (int d = 0; d < layers.get(layer).size(); d++) {
        named.putAll(layers.get(layer).get(d).ofWeights(ofSums.get(layer).get(d)));
      }
    }
    Operand<TFloat32> ofMap = ofInput(0, ofSums.get(0), 1);
    return new Back(named, tf.reshape(ofMap, tf.constant(features.asOutput().shape().asArray())));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The gradient goes back through the layers by hand, all classes at once; see {@link
   * LstmLayer#cams}.
   */
  @Override
  public Cams cams() {
    Operand<TFloat32> ofLogits =
        tf.expandDims(tf.linalg.transpose(denseKernel, tf.array(1, 0)), tf.constant(0));
    var ofSums = ofSums(ofLogits, classes).get(0);
    Cams sum = layers.get(0).get(0).cams(ofSums.get(0));
    for (int d = 1; d < ofSums.size(); d++) {
      Cams own = layers.get(0).get(d).cams(ofSums.get(d));
      sum =
          new Cams(
              tf.math.add(sum.gradcam(), own.gradcam()),
              tf.math.add(sum.hirescam(), own.hirescam()));
    }
    return sum;
  }

  /**
   * The gradient of K values with respect to the gates' input sums of every layer and direction.
   *
   * @param ofEmbedding [N or 1, K, embedding size]
   */
  private List<List<Operand<TFloat32>>> ofSums(Operand<TFloat32> ofEmbedding, int values) {
    Deque<List<Operand<TFloat32>>> ofLayers = new ArrayDeque<>();
    for (int layer = spec.layers() - 1; layer >= 0; layer--) {
      List<Operand<TFloat32>> ofStates =
          ofLayers.isEmpty() ? List.of() : ofSteps(ofInput(layer + 1, ofLayers.getFirst(), values));
      List<Operand<TFloat32>> ofDirections = new ArrayList<>();
      for (int d = 0; d < layers.get(layer).size(); d++) {
        int direction = d;
        ofDirections.add(
            layers
                .get(layer)
                .get(d)
                .gradient(
                    ofLayers.isEmpty()
                        ? ofLastStates(part(ofEmbedding, d), d)
                        : ofStates.stream().map(state -> part(state, direction)).toList(),
                    values));
      }
      ofLayers.addFirst(ofDirections);
    }
    return List.copyOf(ofLayers);
  }

  /** With respect to what a layer reads: [N, K, steps, size]. */
  private Operand<TFloat32> ofInput(int layer, List<Operand<TFloat32>> ofSums, int values) {
    Operand<TFloat32> sum = layers.get(layer).get(0).ofInput(ofSums.get(0), values);
    for (int d = 1; d < ofSums.size(); d++) {
      sum = tf.math.add(sum, layers.get(layer).get(d).ofInput(ofSums.get(d), values));
    }
    return sum;
  }

  private List<Operand<TFloat32>> ofSteps(Operand<TFloat32> ofStates) {
    Unstack<TFloat32> parts = tf.unstack(ofStates, (long) steps, Unstack.axis(2L));
    return List.copyOf(parts.output());
  }

  /** One direction's share of [N or 1, K, embedding size]. */
  private Operand<TFloat32> part(Operand<TFloat32> joined, int direction) {
    return spec.bidirectional()
        ? tf.slice(joined, tf.array(0, 0, direction * spec.units()), tf.array(-1, -1, spec.units()))
        : joined;
  }

  private List<@Nullable Operand<TFloat32>> ofLastStates(
      Operand<TFloat32> ofEmbedding, int direction) {
    List<@Nullable Operand<TFloat32>> ofStates = new ArrayList<>(Collections.nCopies(steps, null));
    switch (spec.pooling()) {
      case LAST -> ofStates.set(direction == 0 ? steps - 1 : 0, ofEmbedding);
      case MEAN -> Collections.fill(ofStates, tf.math.div(ofEmbedding, tf.constant((float) steps)));
    }
    return ofStates;
  }
}
