package negatoscope.network;

import java.util.List;
import negatoscope.network.backbone.Layers;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The Keras layers as TensorFlow operations, each built as it is written. */
class GraphLayers implements Layers {
  final Ops tf;
  final WeightSource weights;

  GraphLayers(Ops tf, WeightSource weights) {
    this.tf = tf;
    this.weights = weights;
  }

  /**
   * The network's input in three equal channels, scaled to −1…1 ({@code imagenet_utils} mode tf),
   * from [N, side, side, 1].
   */
  Operand<TFloat32> scaled(Operand<TFloat32> film) {
    Operand<TFloat32> x = tf.math.sub(tf.math.div(film, tf.constant(127.5f)), tf.constant(1f));
    return tf.withName("input_layer").concat(List.of(x, x, x), tf.constant(3));
  }

  @Override
  public Operand<TFloat32> conv(
      String name, Operand<TFloat32> x, int filters, int size, int stride, Padding padding) {
    Operand<TFloat32> kernel = weights.get(name + "/kernel", size, size, channels(x), filters);
    return tf.withName(name).nn.conv2d(x, kernel, strides(stride), padding.name());
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    Operand<TFloat32> kernel = weights.get(name + "/depthwise_kernel", size, size, channels(x), 1);
    return tf.withName(name).nn.depthwiseConv2dNative(x, kernel, strides(stride), padding.name());
  }

  @Override
  public Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon) {
    int c = channels(x);
    Operand<TFloat32> variance = weights.get(name + "/moving_variance", c);
    Operand<TFloat32> factor =
        tf.math.mul(
            tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon))),
            weights.get(name + "/gamma", c));
    Operand<TFloat32> shift =
        tf.math.sub(
            weights.get(name + "/beta", c),
            tf.math.mul(weights.get(name + "/moving_mean", c), factor));
    return tf.withName(name).math.add(tf.math.mul(x, factor), shift);
  }

  @Override
  public Operand<TFloat32> relu6(String name, Operand<TFloat32> x) {
    return tf.withName(name).nn.relu6(x);
  }

  @Override
  public Operand<TFloat32> zeroPad(
      String name, Operand<TFloat32> x, int top, int bottom, int left, int right) {
    int[][] paddings = {{0, 0}, {top, bottom}, {left, right}, {0, 0}};
    return tf.withName(name).pad(x, tf.constant(paddings), tf.constant(0f));
  }

  @Override
  public Operand<TFloat32> add(String name, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.withName(name).math.add(a, b);
  }

  @Override
  public int channels(Operand<TFloat32> x) {
    return (int) x.asOutput().shape().get(3);
  }

  static List<Long> strides(int stride) {
    return List.of(1L, (long) stride, (long) stride, 1L);
  }
}
