package negatoscope.network.backbone;

import java.util.List;
import negatoscope.network.backbone.Layers.Padding;

/**
 * DenseNet121 without its top (Huang et al. 2017), as keras.applications' {@code densenet.py}
 * defines it: the last map is {@code relu}, side / 32 squared × 1024. Input in torch mode.
 */
public final class DenseNet121<T> {
  private static final int[] BLOCKS = {6, 12, 24, 16};
  private static final int GROWTH_RATE = 32;
  private static final float EPSILON = 1.001e-5f;

  private final Layers<T> layers;

  private DenseNet121(Layers<T> layers) {
    this.layers = layers;
  }

  /**
   * Builds the network on a scaled picture.
   *
   * @param film [N, side, side, 3]
   * @return {@code relu} [N, side / 32, side / 32, 1024]
   */
  public static <T> T build(Layers<T> layers, T film) {
    return new DenseNet121<>(layers).features(film);
  }

  private T features(T film) {
    layers.block("conv1");
    T x = layers.zeroPad("zero_padding2d", film, 3, 3, 3, 3);
    x = layers.conv("conv1_conv", x, 64, 7, 2, Padding.VALID);
    x = layers.batchNorm("conv1_bn", x, EPSILON);
    x = layers.relu("conv1_relu", x);
    x = layers.zeroPad("zero_padding2d_1", x, 1, 1, 1, 1);
    x = layers.maxPool("pool1", x, 3, 2, Padding.VALID);

    x = denseBlock("conv2", x, BLOCKS[0]);
    x = transitionBlock("pool2", x);
    x = denseBlock("conv3", x, BLOCKS[1]);
    x = transitionBlock("pool3", x);
    x = denseBlock("conv4", x, BLOCKS[2]);
    x = transitionBlock("pool4", x);
    x = denseBlock("conv5", x, BLOCKS[3]);

    layers.block("bn");
    x = layers.batchNorm("bn", x, EPSILON);
    return layers.relu("relu", x);
  }

  private T denseBlock(String name, T input, int blocks) {
    layers.block(name);
    T x = input;
    for (int i = 1; i <= blocks; i++) {
      x = convBlock(name + "_block" + i, x);
    }
    return x;
  }

  private T convBlock(String name, T input) {
    T x = layers.batchNorm(name + "_0_bn", input, EPSILON);
    x = layers.relu(name + "_0_relu", x);
    x = layers.conv(name + "_1_conv", x, 4 * GROWTH_RATE, 1, 1, Padding.VALID);
    x = layers.batchNorm(name + "_1_bn", x, EPSILON);
    x = layers.relu(name + "_1_relu", x);
    x = layers.conv(name + "_2_conv", x, GROWTH_RATE, 3, 1, Padding.SAME);
    return layers.concat(name + "_concat", List.of(input, x));
  }

  /** Halves rows, columns and channels. */
  private T transitionBlock(String name, T input) {
    layers.block(name);
    T x = layers.batchNorm(name + "_bn", input, EPSILON);
    x = layers.relu(name + "_relu", x);
    x = layers.conv(name + "_conv", x, layers.channels(input) / 2, 1, 1, Padding.VALID);
    return layers.averagePool(name + "_pool", x, 2, 2, Padding.VALID);
  }
}
