package negatoscope.network.graph;

import java.util.List;
import negatoscope.network.Scaling;
import negatoscope.network.backbone.Layers;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The Keras layers as TensorFlow operations, each built as it is written. */
public class GraphLayers implements Layers<Operand<TFloat32>> {
  final Ops tf;
  final WeightSource weights;

  /** Layers in a graph, with weights from a source. */
  public GraphLayers(Ops tf, WeightSource weights) {
    this.tf = tf;
    this.weights = weights;
  }

  /**
   * The network's input in three channels, scaled.
   *
   * @param film [N, side, side, 1], 0 to 255
   */
  public Operand<TFloat32> scaled(Operand<TFloat32> film, Scaling scaling) {
    Operand<TFloat32> channels = tf.concat(List.of(film, film, film), tf.constant(3));
    Operand<TFloat32> factors = tf.constant(perChannel(c -> scaling.channels().get(c).factor()));
    Operand<TFloat32> offsets = tf.constant(perChannel(c -> scaling.channels().get(c).offset()));
    return tf.withName("input_layer").math.add(tf.math.mul(channels, factors), offsets);
  }

  private static float[] perChannel(java.util.function.IntToDoubleFunction value) {
    return new float[] {
      (float) value.applyAsDouble(0), (float) value.applyAsDouble(1), (float) value.applyAsDouble(2)
    };
  }

  @Override
  public Operand<TFloat32> conv(
      String name,
      Operand<TFloat32> x,
      int filters,
      int rows,
      int columns,
      int stride,
      Padding padding) {
    Operand<TFloat32> kernel = weights.get(name + "/kernel", rows, columns, channels(x), filters);
    return tf.withName(name).nn.conv2d(x, kernel, strides(stride), padding.name());
  }

  @Override
  public Operand<TFloat32> convWithBias(
      String name,
      Operand<TFloat32> x,
      int filters,
      int size,
      Padding padding,
      Activation activation) {
    Operand<TFloat32> kernel = weights.get(name + "/kernel", size, size, channels(x), filters);
    Operand<TFloat32> y = tf.nn.conv2d(x, kernel, strides(1), padding.name());
    Operand<TFloat32> bias = weights.get(name + "/bias", filters);
    return switch (activation) {
      case LINEAR -> tf.withName(name).nn.biasAdd(y, bias);
      case RELU -> tf.withName(name).nn.relu(tf.nn.biasAdd(y, bias));
    };
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    Operand<TFloat32> kernel = weights.get(name + "/depthwise_kernel", size, size, channels(x), 1);
    return tf.withName(name).nn.depthwiseConv2dNative(x, kernel, strides(stride), padding.name());
  }

  @Override
  public Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon) {
    Operand<TFloat32> factor =
        tf.math.mul(deviation(name, x, epsilon), weights.get(name + "/gamma", channels(x)));
    return normalised(name, x, factor);
  }

  @Override
  public Operand<TFloat32> batchNormWithoutScale(String name, Operand<TFloat32> x, float epsilon) {
    return normalised(name, x, deviation(name, x, epsilon));
  }

  private Operand<TFloat32> deviation(String name, Operand<TFloat32> x, float epsilon) {
    Operand<TFloat32> variance = weights.get(name + "/moving_variance", channels(x));
    return tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon)));
  }

  /** Batch normalisation in inference mode: x · factor + shift. */
  Operand<TFloat32> normalised(String name, Operand<TFloat32> x, Operand<TFloat32> factor) {
    Operand<TFloat32> shift = shift(name, channels(x), factor);
    return tf.withName(name).math.add(tf.math.mul(x, factor), shift);
  }

  /** beta − moving mean · factor. */
  final Operand<TFloat32> shift(String name, int channels, Operand<TFloat32> factor) {
    return tf.math.sub(
        weights.get(name + "/beta", channels),
        tf.math.mul(weights.get(name + "/moving_mean", channels), factor));
  }

  @Override
  public Operand<TFloat32> relu(String name, Operand<TFloat32> x) {
    return tf.withName(name).nn.relu(x);
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
  public Operand<TFloat32> maxPool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return tf.withName(name)
        .nn
        .maxPool(x, tf.array(1, size, size, 1), tf.array(1, stride, stride, 1), padding.name());
  }

  @Override
  public Operand<TFloat32> averagePool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    List<Long> window = List.of(1L, (long) size, (long) size, 1L);
    return tf.withName(name).nn.avgPool(x, window, strides(stride), padding.name());
  }

  @Override
  public Operand<TFloat32> add(String name, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.withName(name).math.add(a, b);
  }

  @Override
  public Operand<TFloat32> addScaled(
      String name, Operand<TFloat32> x, Operand<TFloat32> residual, float scale) {
    return tf.withName(name).math.add(x, tf.math.mul(residual, tf.constant(scale)));
  }

  @Override
  public Operand<TFloat32> concat(String name, List<Operand<TFloat32>> parts) {
    return tf.withName(name).concat(parts, tf.constant(3));
  }

  @Override
  public int channels(Operand<TFloat32> x) {
    return (int) x.asOutput().shape().get(3);
  }

  @Override
  public int size(Operand<TFloat32> x) {
    return (int) x.asOutput().shape().get(1);
  }

  static List<Long> strides(int stride) {
    return List.of(1L, (long) stride, (long) stride, 1L);
  }
}
