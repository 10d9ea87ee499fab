package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import negatoscope.network.HeadSpec;
import org.jspecify.annotations.Nullable;
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

  /**
   * {@inheritDoc}
   *
   * <p>The gradient goes back through the layers by hand, all classes at once; see {@link
   * LstmLayer#cams}.
   */
  @Override
  public Cams cams() {
    List<@Nullable Operand<TFloat32>> ofStates = Collections.emptyList();
    Operand<TFloat32> gradcam = null;
    Operand<TFloat32> hirescam = null;
    for (int layer = spec.layers() - 1; layer >= 0; layer--) {
      List<LstmLayer> directions = layers.get(layer);
      Operand<TFloat32> ofInput = null;
      for (int d = 0; d < directions.size(); d++) {
        LstmLayer lstm = directions.get(d);
        Operand<TFloat32> ofSums =
            lstm.gradient(
                layer == spec.layers() - 1 ? ofLastStates(d) : slice(ofStates, d), classes);
        if (layer > 0) {
          ofInput = plus(ofInput, timesKernel(ofSums, lstm, spec.embeddingSize()));
        } else {
          Cams own = lstm.cams(ofSums);
          gradcam = plus(gradcam, own.gradcam());
          hirescam = plus(hirescam, own.hirescam());
        }
      }
      if (ofInput != null) {
        Unstack<TFloat32> parts = tf.unstack(ofInput, (long) steps, Unstack.axis(2L));
        ofStates = new ArrayList<>(parts.output());
      }
    }
    if (gradcam == null || hirescam == null) {
      throw new IllegalStateException("a head has at least one layer");
    }
    return new Cams(gradcam, hirescam);
  }

  private Operand<TFloat32> plus(@Nullable Operand<TFloat32> a, Operand<TFloat32> b) {
    return a == null ? b : tf.math.add(a, b);
  }

  private List<@Nullable Operand<TFloat32>> ofLastStates(int direction) {
    Operand<TFloat32> kernel =
        tf.slice(
            denseKernel, tf.array(direction * spec.units(), 0), tf.array(spec.units(), classes));
    Operand<TFloat32> ofLogits =
        tf.expandDims(tf.linalg.transpose(kernel, tf.array(1, 0)), tf.constant(0));
    List<@Nullable Operand<TFloat32>> ofStates = new ArrayList<>(Collections.nCopies(steps, null));
    switch (spec.pooling()) {
      case LAST -> ofStates.set(direction == 0 ? steps - 1 : 0, ofLogits);
      case MEAN -> Collections.fill(ofStates, tf.math.div(ofLogits, tf.constant((float) steps)));
    }
    return ofStates;
  }

  private List<@Nullable Operand<TFloat32>> slice(
      List<@Nullable Operand<TFloat32>> ofStates, int direction) {
    List<@Nullable Operand<TFloat32>> own = new ArrayList<>();
    for (Operand<TFloat32> ofState : ofStates) {
      own.add(
          ofState == null || !spec.bidirectional()
              ? ofState
              : tf.slice(
                  ofState,
                  tf.array(0, 0, direction * spec.units()),
                  tf.array(-1, -1, spec.units())));
    }
    return own;
  }

  private Operand<TFloat32> timesKernel(Operand<TFloat32> ofSums, LstmLayer lstm, int size) {
    Operand<TFloat32> flat = tf.reshape(ofSums, tf.array(-1, 4 * spec.units()));
    return tf.reshape(
        tf.linalg.matMul(flat, lstm.kernelTransposed()), tf.array(-1, classes, steps, size));
  }
}
