package negatoscope.network.backbone;

import java.util.List;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkException;
import negatoscope.task.ErrorCode;

/** Every backbone by its name. */
public final class Architecture {
  private Architecture() {}

  /**
   * Builds a backbone without its top.
   *
   * @param film the scaled picture, three channels
   * @return the last feature map
   */
  public static <T> T features(Backbone backbone, Layers<T> layers, T film) {
    return switch (backbone) {
      case MOBILENET_V2 -> MobileNetV2.build(layers, film);
      default ->
          throw new NetworkException(
              ErrorCode.NO_MODEL,
              "%s is not built yet.".formatted(backbone.title()),
              "Use mobilenet-v2.");
    };
  }

  /**
   * The layers of a backbone in the order in which Keras creates them; the input first, the last
   * feature map last.
   *
   * @param side columns and rows of the input
   */
  public static List<Layer> layers(Backbone backbone, int side) {
    LayerList list = new LayerList();
    features(backbone, list, list.input(side));
    return list.layers();
  }
}
