package negatoscope.network.graph;

import java.util.List;
import negatoscope.network.WeightTensor;
import negatoscope.network.backbone.Layers.Padding;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A convolution whose kernel and bias are known while the graph is built, so that what is linear
 * before or after it can be taken into them.
 *
 * @param x [N, h, w, c]
 * @param kernel [rows, columns, c, filters]; [rows, columns, c, 1] where it works depth by depth
 * @param bias one a filter, or null for none
 */
record Convolution(
    Operand<TFloat32> x,
    WeightTensor kernel,
    float @Nullable [] bias,
    int stride,
    Padding padding,
    boolean depthwise) {

  /** The same on another input of the same channels. */
  Convolution on(Operand<TFloat32> other) {
    return new Convolution(other, kernel, bias, stride, padding, depthwise);
  }

  /** factor · y + shift for the output y, filter by filter. */
  Convolution then(Affine affine) {
    int filters = affine.channels();
    float[] scaled = kernel.values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (scaled[i] * affine.factor()[i % filters]);
    }
    float[] shifted = new float[filters];
    for (int f = 0; f < filters; f++) {
      double before = bias == null ? 0 : bias[f] * affine.factor()[f];
      shifted[f] = (float) (before + affine.shift()[f]);
    }
    WeightTensor tensor = new WeightTensor(kernel.shape(), scaled);
    return new Convolution(x, tensor, shifted, stride, padding, depthwise);
  }

  /** Whether every output pixel reads one input pixel and none that is padded. */
  boolean pointwise() {
    return !depthwise && stride == 1 && kernel.shape()[0] == 1 && kernel.shape()[1] == 1;
  }

  /** Builds it; the last operation bears the name. */
  Operand<TFloat32> build(Ops tf, Constants constants, String name) {
    Operand<TFloat32> weights = constants.of(kernel);
    Ops named = tf.withName(bias == null ? name : name + "_folded");
    List<Long> strides = GraphLayers.strides(stride);
    Operand<TFloat32> y =
        depthwise
            ? named.nn.depthwiseConv2dNative(x, weights, strides, padding.name())
            : named.nn.conv2d(x, weights, strides, padding.name());
    return bias == null ? y : tf.withName(name).nn.biasAdd(y, constants.of(vector(bias)));
  }

  private static WeightTensor vector(float[] values) {
    return new WeightTensor(new int[] {values.length}, values);
  }
}
