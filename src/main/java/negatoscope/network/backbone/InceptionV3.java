package negatoscope.network.backbone;

import java.util.List;

/**
 * InceptionV3 without its top (Szegedy et al. 2016), as keras.applications' {@code inception_v3.py}
 * defines it: the last map is {@code mixed10}, 5 × 5 × 2048 for a side of 224. Input scaled to −1…1
 * (mode tf).
 */
public final class InceptionV3<T> {
  private final InceptionLayers<T> layers;

  private InceptionV3(Layers<T> layers) {
    this.layers = new InceptionLayers<>(layers);
  }

  /**
   * Builds the network on a scaled picture.
   *
   * @param film [N, side, side, 3], −1…1
   * @return {@code mixed10} [N, h, h, 2048]
   */
  public static <T> T build(Layers<T> layers, T film) {
    return new InceptionV3<>(layers).features(film);
  }

  private T features(T film) {
    layers.block("stem");
    T x = layers.convBnValid(film, 32, 3, 2);
    x = layers.convBnValid(x, 32, 3, 1);
    x = layers.convBn(x, 64, 3, 3);
    x = layers.maxPool(x);
    x = layers.convBnValid(x, 80, 1, 1);
    x = layers.convBnValid(x, 192, 3, 1);
    x = layers.maxPool(x);

    x = inceptionA("mixed0", x, 32);
    x = inceptionA("mixed1", x, 64);
    x = inceptionA("mixed2", x, 64);
    x = reductionA("mixed3", x);
    x = inceptionB("mixed4", x, 128);
    x = inceptionB("mixed5", x, 160);
    x = inceptionB("mixed6", x, 160);
    x = inceptionB("mixed7", x, 192);
    x = reductionB("mixed8", x);
    x = inceptionC("mixed9", "mixed9_0", x);
    return inceptionC("mixed10", "mixed9_1", x);
  }

  private T inceptionA(String name, T x, int poolFilters) {
    layers.block(name);
    T branch1x1 = layers.convBn(x, 64, 1, 1);

    T branch5x5 = layers.convBn(x, 48, 1, 1);
    branch5x5 = layers.convBn(branch5x5, 64, 5, 5);

    T branch3x3dbl = layers.convBn(x, 64, 1, 1);
    branch3x3dbl = layers.convBn(branch3x3dbl, 96, 3, 3);
    branch3x3dbl = layers.convBn(branch3x3dbl, 96, 3, 3);

    T branchPool = layers.averagePool(x);
    branchPool = layers.convBn(branchPool, poolFilters, 1, 1);
    return layers.concat(name, List.of(branch1x1, branch5x5, branch3x3dbl, branchPool));
  }

  private T reductionA(String name, T x) {
    layers.block(name);
    T branch3x3 = layers.convBnValid(x, 384, 3, 2);

    T branch3x3dbl = layers.convBn(x, 64, 1, 1);
    branch3x3dbl = layers.convBn(branch3x3dbl, 96, 3, 3);
    branch3x3dbl = layers.convBnValid(branch3x3dbl, 96, 3, 2);

    return layers.concat(name, List.of(branch3x3, branch3x3dbl, layers.maxPool(x)));
  }

  private T inceptionB(String name, T x, int filters) {
    layers.block(name);
    T branch1x1 = layers.convBn(x, 192, 1, 1);

    T branch7x7 = layers.convBn(x, filters, 1, 1);
    branch7x7 = layers.convBn(branch7x7, filters, 1, 7);
    branch7x7 = layers.convBn(branch7x7, 192, 7, 1);

    T branch7x7dbl = layers.convBn(x, filters, 1, 1);
    branch7x7dbl = layers.convBn(branch7x7dbl, filters, 7, 1);
    branch7x7dbl = layers.convBn(branch7x7dbl, filters, 1, 7);
    branch7x7dbl = layers.convBn(branch7x7dbl, filters, 7, 1);
    branch7x7dbl = layers.convBn(branch7x7dbl, 192, 1, 7);

    T branchPool = layers.averagePool(x);
    branchPool = layers.convBn(branchPool, 192, 1, 1);
    return layers.concat(name, List.of(branch1x1, branch7x7, branch7x7dbl, branchPool));
  }

  private T reductionB(String name, T x) {
    layers.block(name);
    T branch3x3 = layers.convBn(x, 192, 1, 1);
    branch3x3 = layers.convBnValid(branch3x3, 320, 3, 2);

    T branch7x7x3 = layers.convBn(x, 192, 1, 1);
    branch7x7x3 = layers.convBn(branch7x7x3, 192, 1, 7);
    branch7x7x3 = layers.convBn(branch7x7x3, 192, 7, 1);
    branch7x7x3 = layers.convBnValid(branch7x7x3, 192, 3, 2);

    return layers.concat(name, List.of(branch3x3, branch7x7x3, layers.maxPool(x)));
  }

  private T inceptionC(String name, String branchName, T x) {
    layers.block(name);
    T branch1x1 = layers.convBn(x, 320, 1, 1);

    T branch3x3 = layers.convBn(x, 384, 1, 1);
    T branch3x3a = layers.convBn(branch3x3, 384, 1, 3);
    T branch3x3b = layers.convBn(branch3x3, 384, 3, 1);
    branch3x3 = layers.concat(branchName, List.of(branch3x3a, branch3x3b));

    T branch3x3dbl = layers.convBn(x, 448, 1, 1);
    branch3x3dbl = layers.convBn(branch3x3dbl, 384, 3, 3);
    T branch3x3dbla = layers.convBn(branch3x3dbl, 384, 1, 3);
    T branch3x3dblb = layers.convBn(branch3x3dbl, 384, 3, 1);
    branch3x3dbl = layers.concat(branch3x3dbla, branch3x3dblb);

    T branchPool = layers.averagePool(x);
    branchPool = layers.convBn(branchPool, 192, 1, 1);
    return layers.concat(name, List.of(branch1x1, branch3x3, branch3x3dbl, branchPool));
  }
}
