package negatoscope.network.graph;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of a backbone that learns. Batch normalisation in inference mode multiplies the kernel
 * of the convolution before it and adds a bias, within the graph: gradients of kernel, gamma and
 * beta are the same, but no pass over the maps is spent on it, forward or backward.
 */
final class TrainedLayers extends GraphLayers {
  private record Convolution(
      Operand<TFloat32> kernel,
      Operand<TFloat32> x,
      int stride,
      Padding padding,
      boolean depthwise) {}

  private final Map<String, Convolution> convolutions = new HashMap<>();

  /** Layers in a graph, with weights from a source. */
  TrainedLayers(Ops tf, WeightSource weights) {
    super(tf, weights);
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
    Operand<TFloat32> y = super.conv(name, x, filters, rows, columns, stride, padding);
    Operand<TFloat32> kernel = weights.get(name + "/kernel", rows, columns, channels(x), filters);
    convolutions.put(y.op().name(), new Convolution(kernel, x, stride, padding, false));
    return y;
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    Operand<TFloat32> y = super.depthwiseConv(name, x, size, stride, padding);
    Operand<TFloat32> kernel = weights.get(name + "/depthwise_kernel", size, size, channels(x), 1);
    convolutions.put(y.op().name(), new Convolution(kernel, x, stride, padding, true));
    return y;
  }

  @Override
  Operand<TFloat32> normalised(String name, Operand<TFloat32> x, Operand<TFloat32> factor) {
    Convolution before = convolutions.get(x.op().name());
    if (before == null) {
      return super.normalised(name, x, factor);
    }
    Operand<TFloat32> multiplied =
        before.depthwise()
            ? tf.math.mul(before.kernel(), tf.expandDims(factor, tf.constant(1)))
            : tf.math.mul(before.kernel(), factor);
    String padding = before.padding().name();
    Operand<TFloat32> y =
        before.depthwise()
            ? tf.nn.depthwiseConv2dNative(before.x(), multiplied, strides(before.stride()), padding)
            : tf.nn.conv2d(before.x(), multiplied, strides(before.stride()), padding);
    return tf.withName(name).nn.biasAdd(y, shift(name, channels(x), factor));
  }
}
