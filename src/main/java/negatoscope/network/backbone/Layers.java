package negatoscope.network.backbone;

import java.util.List;

/**
 * The Keras layers that backbones are written with. All maps are float32 [N, h, w, c]; every layer
 * carries its Keras name, and takes its weights by that name.
 *
 * <p>One definition of a backbone serves all uses: for training each layer is built as it is
 * written; for serving, batch normalisation is folded into the convolution before it; and {@link
 * LayerList} only writes down names and shapes.
 *
 * @param <T> a map under construction
 */
public interface Layers<T> {
  /** Padding of a convolution or pooling as Keras names it. */
  enum Padding {
    SAME,
    VALID
  }

  /** What a convolution applies after its bias. */
  enum Activation {
    LINEAR,
    RELU
  }

  /** The layers from here on, until the next call, belong to this block. */
  default void block(String name) {}

  /** Conv2D without bias: {@code name/kernel} of rows × columns. */
  T conv(String name, T x, int filters, int rows, int columns, int stride, Padding padding);

  /** Conv2D without bias, its kernel square. */
  default T conv(String name, T x, int filters, int size, int stride, Padding padding) {
    return conv(name, x, filters, size, size, stride, padding);
  }

  /** Conv2D of stride 1 with bias: {@code name/kernel} of size × size, {@code name/bias}. */
  T convWithBias(String name, T x, int filters, int size, Padding padding, Activation activation);

  /**
   * DepthwiseConv2D without bias, depth multiplier 1: {@code name/depthwise_kernel} of size × size.
   */
  T depthwiseConv(String name, T x, int size, int stride, Padding padding);

  /** BatchNormalization over the last axis, in inference mode, with scale and centre. */
  T batchNorm(String name, T x, float epsilon);

  /** The same without scale: there is no {@code name/gamma}. */
  T batchNormWithoutScale(String name, T x, float epsilon);

  /** ReLU. */
  T relu(String name, T x);

  /** ReLU that ends at 6. */
  T relu6(String name, T x);

  /** ZeroPadding2D. */
  T zeroPad(String name, T x, int top, int bottom, int left, int right);

  /** MaxPooling2D. */
  T maxPool(String name, T x, int size, int stride, Padding padding);

  /** AveragePooling2D; with padding {@code SAME} what is padded does not count. */
  T averagePool(String name, T x, int size, int stride, Padding padding);

  /** Add of two maps of equal shape. */
  T add(String name, T a, T b);

  /** Keras' {@code CustomScaleLayer}: x + scale · residual. */
  T addScaled(String name, T x, T residual, float scale);

  /** Concatenate along the channels. */
  T concat(String name, List<T> parts);

  /** Channels of a map. */
  int channels(T x);

  /** Rows of a map, equal to its columns. */
  int size(T x);
}
