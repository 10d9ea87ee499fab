package negatoscope.network.backbone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkException;
import negatoscope.task.ErrorCode;

/** Which layers of a backbone stay as they are when it is fine-tuned from one of them on. */
public final class FineTuning {
  private FineTuning() {}

  /**
   * The layers below {@code from}: every one that Keras creates before it.
   *
   * @param from a block ({@link Blocks}) or a layer; where a block is called like its last layer
   *     ({@code mixed3}) the block is meant
   * @return names in the order of creation, the input layer among them
   * @throws NetworkException {@code NOT_FOUND}, with the names most like it
   */
  public static Set<String> frozen(Backbone backbone, String from) {
    Map<String, String> first = new LinkedHashMap<>();
    Blocks.of(backbone).forEach(block -> first.put(block.name(), block.firstLayer()));
    List<Layer> layers = Architecture.layers(backbone, backbone.leastSide());
    layers.forEach(layer -> first.putIfAbsent(layer.name(), layer.name()));
    String start = first.get(from);
    if (start == null) {
      throw new NetworkException(
          ErrorCode.NOT_FOUND,
          "%s has no layer or block \"%s\".".formatted(backbone.title(), from),
          "The names most like it are %s; \"models layers %s\" lists them all."
              .formatted(
                  String.join(", ", Spelling.nearest(from, first.keySet(), 3)), backbone.id()));
    }
    Set<String> frozen = new LinkedHashSet<>();
    for (Layer layer : layers) {
      if (layer.name().equals(start)) {
        break;
      }
      frozen.add(layer.name());
    }
    return Collections.unmodifiableSet(frozen);
  }
}
