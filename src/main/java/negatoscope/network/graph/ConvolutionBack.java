package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.List;
import negatoscope.network.backbone.Layers.Padding;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The way back through a convolution. With respect to its input, one of stride 1 that keeps the
 * size and reads more than one pixel is a convolution itself, of the output's gradient with the
 * kernel turned around: TensorFlow computes that faster than its operation for it, up to twice on
 * small maps of many channels.
 *
 * @param x [N, h, w, c]
 * @param kernel [rows, columns, c, filters]
 */
record ConvolutionBack(
    Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, int stride, Padding padding)
    implements Tape.Back {

  @Override
  public List<Operand<TFloat32>> apply(
      Graph graph, Operand<TFloat32> ofOutput, List<Operand<TFloat32>> wanted) {
    List<Operand<TFloat32>> found = new ArrayList<>();
    for (Operand<TFloat32> input : wanted) {
      found.add(input == x ? ofInput(ofOutput) : ofKernel(ofOutput));
    }
    return found;
  }

  private Operand<TFloat32> ofKernel(Operand<TFloat32> ofOutput) {
    return tf.nn.conv2dBackpropFilter(
        x, tf.constant(sizes(kernel)), ofOutput, GraphLayers.strides(stride), padding.name());
  }

  private Operand<TFloat32> ofInput(Operand<TFloat32> ofOutput) {
    if (!keepsSize()) {
      return tf.nn.conv2dBackpropInput(
          tf.shape(x), kernel, ofOutput, GraphLayers.strides(stride), padding.name());
    }
    Operand<TFloat32> turned =
        tf.linalg.transpose(tf.reverse(kernel, tf.array(0, 1)), tf.array(0, 1, 3, 2));
    return tf.nn.conv2d(ofOutput, turned, GraphLayers.strides(1), padding.name());
  }

  private boolean keepsSize() {
    int[] sizes = sizes(kernel);
    boolean centred = sizes[0] % 2 == 1 && sizes[1] % 2 == 1;
    return stride == 1 && padding == Padding.SAME && centred && sizes[0] * sizes[1] > 1;
  }

  private static int[] sizes(Operand<TFloat32> kernel) {
    long[] sizes = kernel.asOutput().shape().asArray();
    return java.util.Arrays.stream(sizes).mapToInt(size -> (int) size).toArray();
  }
}
