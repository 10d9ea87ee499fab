package negatoscope.network.backbone;

import java.util.List;
import negatoscope.network.backbone.Layers.Activation;
import negatoscope.network.backbone.Layers.Padding;

/**
 * Inception-ResNet-v2 without its top (Szegedy et al. 2017), as keras.applications' {@code
 * inception_resnet_v2.py} defines it: the last map is {@code conv_7b_ac}, 5 × 5 × 1536 for a side
 * of 224. Input scaled to −1…1 (mode tf).
 */
public final class InceptionResNetV2<T> {
  private final Layers<T> keras;
  private final InceptionLayers<T> layers;

  private InceptionResNetV2(Layers<T> keras) {
    this.keras = keras;
    this.layers = new InceptionLayers<>(keras);
  }

  /**
   * Builds the network on a scaled picture.
   *
   * @param film [N, side, side, 3], −1…1
   * @return {@code conv_7b_ac} [N, h, h, 1536]
   */
  public static <T> T build(Layers<T> layers, T film) {
    return new InceptionResNetV2<>(layers).features(film);
  }

  private T features(T film) {
    T x = mixed5b(stem(film));
    for (int i = 1; i <= 10; i++) {
      x = block35("block35_" + i, x);
    }
    x = mixed6a(x);
    for (int i = 1; i <= 20; i++) {
      x = block17("block17_" + i, x);
    }
    x = mixed7a(x);
    for (int i = 1; i <= 9; i++) {
      String block = "block8_" + i;
      x = keras.relu(block + "_ac", block8(block, x, 0.2f));
    }
    x = block8("block8_10", x, 1f);
    layers.block("conv_7b");
    return layers.convBn("conv_7b", x, 1536);
  }

  private T stem(T film) {
    layers.block("stem");
    T x = layers.convBnValid(film, 32, 3, 2);
    x = layers.convBnValid(x, 32, 3, 1);
    x = layers.convBn(x, 64, 3, 3);
    x = layers.maxPool(x);
    x = layers.convBnValid(x, 80, 1, 1);
    x = layers.convBnValid(x, 192, 3, 1);
    return layers.maxPool(x);
  }

  private T mixed5b(T x) {
    layers.block("mixed_5b");
    T branch0 = layers.convBn(x, 96, 1, 1);

    T branch1 = layers.convBn(x, 48, 1, 1);
    branch1 = layers.convBn(branch1, 64, 5, 5);

    T branch2 = layers.convBn(x, 64, 1, 1);
    branch2 = layers.convBn(branch2, 96, 3, 3);
    branch2 = layers.convBn(branch2, 96, 3, 3);

    T branchPool = layers.averagePool(x);
    branchPool = layers.convBn(branchPool, 64, 1, 1);
    return layers.concat("mixed_5b", List.of(branch0, branch1, branch2, branchPool));
  }

  private T block35(String block, T x) {
    layers.block(block);
    T branch0 = layers.convBn(x, 32, 1, 1);

    T branch1 = layers.convBn(x, 32, 1, 1);
    branch1 = layers.convBn(branch1, 32, 3, 3);

    T branch2 = layers.convBn(x, 32, 1, 1);
    branch2 = layers.convBn(branch2, 48, 3, 3);
    branch2 = layers.convBn(branch2, 64, 3, 3);
    return keras.relu(block + "_ac", residual(block, x, List.of(branch0, branch1, branch2), 0.17f));
  }

  private T mixed6a(T x) {
    layers.block("mixed_6a");
    T branch0 = layers.convBnValid(x, 384, 3, 2);

    T branch1 = layers.convBn(x, 256, 1, 1);
    branch1 = layers.convBn(branch1, 256, 3, 3);
    branch1 = layers.convBnValid(branch1, 384, 3, 2);
    return layers.concat("mixed_6a", List.of(branch0, branch1, layers.maxPool(x)));
  }

  private T block17(String block, T x) {
    layers.block(block);
    T branch0 = layers.convBn(x, 192, 1, 1);

    T branch1 = layers.convBn(x, 128, 1, 1);
    branch1 = layers.convBn(branch1, 160, 1, 7);
    branch1 = layers.convBn(branch1, 192, 7, 1);
    return keras.relu(block + "_ac", residual(block, x, List.of(branch0, branch1), 0.1f));
  }

  private T mixed7a(T x) {
    layers.block("mixed_7a");
    T branch0 = layers.convBn(x, 256, 1, 1);
    branch0 = layers.convBnValid(branch0, 384, 3, 2);

    T branch1 = layers.convBn(x, 256, 1, 1);
    branch1 = layers.convBnValid(branch1, 288, 3, 2);

    T branch2 = layers.convBn(x, 256, 1, 1);
    branch2 = layers.convBn(branch2, 288, 3, 3);
    branch2 = layers.convBnValid(branch2, 320, 3, 2);
    return layers.concat("mixed_7a", List.of(branch0, branch1, branch2, layers.maxPool(x)));
  }

  private T block8(String block, T x, float scale) {
    layers.block(block);
    T branch0 = layers.convBn(x, 192, 1, 1);

    T branch1 = layers.convBn(x, 192, 1, 1);
    branch1 = layers.convBn(branch1, 224, 1, 3);
    branch1 = layers.convBn(branch1, 256, 3, 1);
    return residual(block, x, List.of(branch0, branch1), scale);
  }

  /** x + scale · (the branches, brought to x's channels by a linear 1 × 1 convolution). */
  private T residual(String block, T x, List<T> branches, float scale) {
    T mixed = layers.concat(block + "_mixed", branches);
    int filters = keras.channels(x);
    T up = keras.convWithBias(block + "_conv", mixed, filters, 1, Padding.SAME, Activation.LINEAR);
    return layers.addScaled(x, up, scale);
  }
}
