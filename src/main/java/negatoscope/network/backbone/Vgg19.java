package negatoscope.network.backbone;

import negatoscope.network.backbone.Layers.Activation;
import negatoscope.network.backbone.Layers.Padding;

/**
 * VGG19 without its top (Simonyan and Zisserman 2015), as keras.applications' {@code vgg19.py}
 * defines it: the last map is {@code block5_pool}, side / 32 squared × 512. Input in caffe mode.
 */
public final class Vgg19 {
  private static final int[] CONVOLUTIONS = {2, 2, 4, 4, 4};
  private static final int[] FILTERS = {64, 128, 256, 512, 512};

  private Vgg19() {}

  /**
   * Builds the network on a scaled picture.
   *
   * @param film [N, side, side, 3]
   * @return {@code block5_pool} [N, side / 32, side / 32, 512]
   */
  public static <T> T build(Layers<T> layers, T film) {
    T x = film;
    for (int i = 0; i < FILTERS.length; i++) {
      String block = "block" + (i + 1);
      layers.block(block);
      for (int conv = 1; conv <= CONVOLUTIONS[i]; conv++) {
        String name = block + "_conv" + conv;
        x = layers.convWithBias(name, x, FILTERS[i], 3, Padding.SAME, Activation.RELU);
      }
      x = layers.maxPool(block + "_pool", x, 2, 2, Padding.VALID);
    }
    return x;
  }
}
