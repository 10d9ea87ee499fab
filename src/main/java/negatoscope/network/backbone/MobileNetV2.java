package negatoscope.network.backbone;

import negatoscope.network.backbone.Layers.Padding;

/**
 * MobileNetV2, alpha 1.0, without its top (Sandler et al. 2018), as keras.applications' {@code
 * mobilenet_v2.py} defines it: the last map is {@code out_relu}, side / 32 squared × 1280. Input
 * scaled to −1…1 (mode tf).
 */
public final class MobileNetV2<T> {
  private static final float EPSILON = 1e-3f;

  private final Layers<T> layers;

  private MobileNetV2(Layers<T> layers) {
    this.layers = layers;
  }

  /**
   * Builds the network on a scaled picture.
   *
   * @param film [N, side, side, 3], −1…1
   * @return {@code out_relu} [N, side / 32, side / 32, 1280]
   */
  public static <T> T build(Layers<T> layers, T film) {
    return new MobileNetV2<>(layers).features(film);
  }

  private T features(T film) {
    layers.block("Conv1");
    T x = layers.conv("Conv1", film, 32, 3, 2, Padding.SAME);
    x = layers.batchNorm("bn_Conv1", x, EPSILON);
    x = layers.relu6("Conv1_relu", x);

    int[][] blocks = {
      {16, 1, 1},
      {24, 2, 6},
      {24, 1, 6},
      {32, 2, 6},
      {32, 1, 6},
      {32, 1, 6},
      {64, 2, 6},
      {64, 1, 6},
      {64, 1, 6},
      {64, 1, 6},
      {96, 1, 6},
      {96, 1, 6},
      {96, 1, 6},
      {160, 2, 6},
      {160, 1, 6},
      {160, 1, 6},
      {320, 1, 6}
    };
    for (int id = 0; id < blocks.length; id++) {
      int stride = blocks[id][1];
      x = invertedResidual(x, id, blocks[id][0], stride, blocks[id][2]);
    }

    layers.block("Conv_1");
    x = layers.conv("Conv_1", x, 1280, 1, 1, Padding.VALID);
    x = layers.batchNorm("Conv_1_bn", x, EPSILON);
    return layers.relu6("out_relu", x);
  }

  private T invertedResidual(T input, int id, int filters, int stride, int expansion) {
    String name = id == 0 ? "expanded_conv" : "block_" + id;
    String block = name + "_";
    layers.block(name);
    int channels = layers.channels(input);
    T x = input;
    if (id > 0) {
      x = layers.conv(block + "expand", x, expansion * channels, 1, 1, Padding.SAME);
      x = layers.batchNorm(block + "expand_BN", x, EPSILON);
      x = layers.relu6(block + "expand_relu", x);
    }
    if (stride == 2) {
      int before = layers.size(x) % 2 == 0 ? 0 : 1;
      x = layers.zeroPad(block + "pad", x, before, 1, before, 1);
    }
    x =
        layers.depthwiseConv(
            block + "depthwise", x, 3, stride, stride == 1 ? Padding.SAME : Padding.VALID);
    x = layers.batchNorm(block + "depthwise_BN", x, EPSILON);
    x = layers.relu6(block + "depthwise_relu", x);
    x = layers.conv(block + "project", x, filters, 1, 1, Padding.SAME);
    x = layers.batchNorm(block + "project_BN", x, EPSILON);
    return channels == filters && stride == 1 ? layers.add(block + "add", input, x) : x;
  }
}
