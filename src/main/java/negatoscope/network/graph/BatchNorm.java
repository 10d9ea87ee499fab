package negatoscope.network.graph;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * BatchNormalization of the published head over the last axis (Keras: epsilon 1e-3, momentum 0.99),
 * in inference mode or, for updates, in training mode. The variance of a batch is divided by its
 * count; TensorFlow's fused operation divides by one less.
 */
final class BatchNorm {
  private static final float EPSILON = 1e-3f;
  private static final double MOMENTUM = 0.99;

  private final Ops tf;
  private final String name;
  private final Operand<TFloat32> gamma;
  private final Operand<TFloat32> beta;
  private final Operand<TFloat32> movingMean;
  private final Operand<TFloat32> movingVariance;

  /** The layer of a name; {@code size} values along the last axis. */
  BatchNorm(Ops tf, WeightSource weights, String name, int size) {
    this.tf = tf;
    this.name = name;
    gamma = weights.get(name + "/gamma", size);
    beta = weights.get(name + "/beta", size);
    movingMean = weights.get(name + "/moving_mean", size);
    movingVariance = weights.get(name + "/moving_variance", size);
  }

  /** The weights that have a gradient, by name. */
  Map<String, Operand<TFloat32>> learning() {
    return Map.of(name + "/gamma", gamma, name + "/beta", beta);
  }

  /** Normalised by the moving statistics. */
  Operand<TFloat32> inference(Operand<TFloat32> x) {
    Operand<TFloat32> shift = tf.math.sub(beta, tf.math.mul(movingMean, factor()));
    return tf.withName(name).math.add(tf.math.mul(x, factor()), shift);
  }

  /** By what inference mode multiplies: gamma / √(moving variance + ε). */
  Operand<TFloat32> factor() {
    return factor(movingVariance);
  }

  private Operand<TFloat32> factor(Operand<TFloat32> variance) {
    return tf.math.mul(gamma, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
  }

  /**
   * Normalised by the batch's own statistics over all axes but the last; gradients go through both.
   *
   * @param statistics takes what the moving statistics become, by weight name
   */
  Operand<TFloat32> training(Operand<TFloat32> x, Map<String, Operand<TFloat32>> statistics) {
    int axes = x.asOutput().shape().numDimensions() - 1;
    var all = axes == 1 ? tf.array(0) : tf.array(0, 1);
    Operand<TFloat32> mean = tf.math.mean(x, all, Mean.keepDims(false));
    Operand<TFloat32> centred = tf.math.sub(x, mean);
    Operand<TFloat32> variance = tf.math.mean(tf.math.square(centred), all, Mean.keepDims(false));
    statistics.put(name + "/moving_mean", moved(movingMean, mean));
    statistics.put(name + "/moving_variance", moved(movingVariance, variance));
    return tf.withName(name + "_training").math.add(tf.math.mul(centred, factor(variance)), beta);
  }

  private Operand<TFloat32> moved(Operand<TFloat32> moving, Operand<TFloat32> ofBatch) {
    return tf.math.add(
        tf.math.mul(moving, tf.constant((float) MOMENTUM)),
        tf.math.mul(ofBatch, tf.constant((float) (1 - MOMENTUM))));
  }
}
