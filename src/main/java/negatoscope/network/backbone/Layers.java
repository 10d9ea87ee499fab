package negatoscope.network.backbone;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The Keras layers that backbones are written with. All maps are float32 [N, h, w, c]; every
 * layer's operation carries the layer's Keras name, and takes its weights by that name.
 *
 * <p>One definition of a backbone serves both uses: for training each layer is built as it is
 * written; for serving, batch normalisation is folded into the convolution before it.
 */
public interface Layers {
  /** Padding of a convolution as Keras names it. */
  enum Padding {
    SAME,
    VALID
  }

  /** Conv2D without bias: {@code name/kernel} of size × size. */
  Operand<TFloat32> conv(
      String name, Operand<TFloat32> x, int filters, int size, int stride, Padding padding);

  /**
   * DepthwiseConv2D without bias, depth multiplier 1: {@code name/depthwise_kernel} of size × size.
   */
  Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding);

  /** BatchNormalization over the last axis, in inference mode, with scale and centre. */
  Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon);

  /** ReLU that ends at 6. */
  Operand<TFloat32> relu6(String name, Operand<TFloat32> x);

  /** ZeroPadding2D. */
  Operand<TFloat32> zeroPad(
      String name, Operand<TFloat32> x, int top, int bottom, int left, int right);

  /** Add of two maps of equal shape. */
  Operand<TFloat32> add(String name, Operand<TFloat32> a, Operand<TFloat32> b);

  /** Channels of a map. */
  int channels(Operand<TFloat32> x);
}
