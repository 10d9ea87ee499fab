package negatoscope.network.backbone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.backbone.Layers.Padding;

/**
 * What both Inception networks are made of. Their layers are numbered in the order of creation, as
 * Keras does where the definition leaves the name to it: {@code conv2d}, {@code conv2d_1}, ….
 */
final class InceptionLayers<T> {
  private static final float EPSILON = 1e-3f;

  private final Layers<T> layers;
  private final Map<String, Integer> counts = new HashMap<>();

  InceptionLayers(Layers<T> layers) {
    this.layers = layers;
  }

  /** See {@link Layers#block}. */
  void block(String name) {
    layers.block(name);
  }

  /** {@code conv2d_bn}: convolution of stride 1, padding same → batch norm → ReLU. */
  T convBn(T x, int filters, int rows, int columns) {
    return convBn(x, filters, rows, columns, 1, Padding.SAME);
  }

  /** The same with a square kernel, without padding. */
  T convBnValid(T x, int filters, int size, int stride) {
    return convBn(x, filters, size, size, stride, Padding.VALID);
  }

  private T convBn(T input, int filters, int rows, int columns, int stride, Padding padding) {
    T x = layers.conv(numbered("conv2d"), input, filters, rows, columns, stride, padding);
    x = layers.batchNormWithoutScale(numbered("batch_normalization"), x, EPSILON);
    return layers.relu(numbered("activation"), x);
  }

  /** {@code conv2d_bn} with a name of its own: 1 × 1. */
  T convBn(String name, T input, int filters) {
    T x = layers.conv(name, input, filters, 1, 1, Padding.SAME);
    x = layers.batchNormWithoutScale(name + "_bn", x, EPSILON);
    return layers.relu(name + "_ac", x);
  }

  /** 3 × 3 of stride 2 without padding. */
  T maxPool(T x) {
    return layers.maxPool(numbered("max_pooling2d"), x, 3, 2, Padding.VALID);
  }

  /** 3 × 3 of stride 1 that keeps the size. */
  T averagePool(T x) {
    return layers.averagePool(numbered("average_pooling2d"), x, 3, 1, Padding.SAME);
  }

  T concat(T a, T b) {
    return layers.concat(numbered("concatenate"), List.of(a, b));
  }

  T concat(String name, List<T> branches) {
    return layers.concat(name, branches);
  }

  /** {@code CustomScaleLayer}: x + scale · residual. */
  T addScaled(T x, T residual, float scale) {
    return layers.addScaled(numbered("custom_scale_layer"), x, residual, scale);
  }

  private String numbered(String kind) {
    int number = counts.merge(kind, 1, Integer::sum) - 1;
    return number == 0 ? kind : kind + "_" + number;
  }
}
