package negatoscope.network.backbone;

/**
 * Layers of a backbone that belong together, in the order of their creation.
 *
 * @param name as the literature or Keras' layer names have it: {@code block5}, {@code mixed7}
 * @param firstLayer the layer that is created first
 * @param lastLayer the layer that is created last
 */
public record Block(String name, String firstLayer, String lastLayer) {}
