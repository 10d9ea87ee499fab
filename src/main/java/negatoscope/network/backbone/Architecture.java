package negatoscope.network.backbone;

import java.util.List;
import negatoscope.network.Backbone;

/** Every backbone by its name. */
public final class Architecture {
  private Architecture() {}

  /**
   * Builds a backbone without its top.
   *
   * @param film the scaled picture, three channels
   * @return the last feature map
   * @throws IllegalArgumentException if the picture is smaller than {@link Backbone#leastSide}
   */
  public static <T> T features(Backbone backbone, Layers<T> layers, T film) {
    if (layers.size(film) < backbone.leastSide()) {
      throw new IllegalArgumentException(
          "%s takes pictures of side %d or more, not %d"
              .formatted(backbone.title(), backbone.leastSide(), layers.size(film)));
    }
    return switch (backbone) {
      case VGG19 -> Vgg19.build(layers, film);
      case DENSENET121 -> DenseNet121.build(layers, film);
      case INCEPTION_V3 -> InceptionV3.build(layers, film);
      case INCEPTION_RESNET_V2 -> InceptionResNetV2.build(layers, film);
      case MOBILENET_V2 -> MobileNetV2.build(layers, film);
    };
  }

  /**
   * The layers of a backbone in the order in which Keras creates them; the input first, the last
   * feature map last.
   *
   * @param side columns and rows of the input
   * @throws IllegalArgumentException if that is less than {@link Backbone#leastSide}
   */
  public static List<Layer> layers(Backbone backbone, int side) {
    LayerList list = new LayerList();
    features(backbone, list, list.input(side));
    return list.layers();
  }
}
