package negatoscope.network.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Categorical cross-entropy of the softmax, each sample weighted, summed and divided by the number
 * of samples.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Builds the loss.
   *
   * @param logits [N, K]
   * @param targets [N, K], each row summing to 1
   * @param weights [N]
   * @return a scalar
   */
  public static Operand<TFloat32> of(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, Operand<TFloat32> weights) {
    Operand<TFloat32> ofSamples =
        tf.math.neg(tf.sum(tf.math.mul(targets, tf.nn.logSoftmax(logits)), tf.constant(1)));
    return tf.math.mean(tf.math.mul(ofSamples, weights), tf.constant(0));
  }
}
