package negatoscope.network.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.Backbone;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;

/**
 * The order in which Keras lists a model's layers and writes their weights: by depth, the longest
 * way to the output first; at equal depth as a walk from the output back to the input meets them
 * ({@code map_graph} in {@code keras/src/ops/function.py}).
 */
final class KerasOrder {
  private static final int ANY_SIDE = 224;

  private final Map<String, Layer> byName = new HashMap<>();
  private final Set<String> met = new LinkedHashSet<>();
  private final List<Layer> finished = new ArrayList<>();

  private KerasOrder() {}

  /** The layers of a backbone that have weights, in Keras' order. */
  static List<Layer> weighted(Backbone backbone) {
    return of(Architecture.layers(backbone, ANY_SIDE)).stream()
        .filter(layer -> !layer.weights().isEmpty())
        .toList();
  }

  /**
   * Puts layers into Keras' order.
   *
   * @param layers of which the last is the model's output
   */
  static List<Layer> of(List<Layer> layers) {
    KerasOrder order = new KerasOrder();
    layers.forEach(layer -> order.byName.put(layer.name(), layer));
    order.walk(layers.get(layers.size() - 1));
    Map<String, Integer> depths = order.depths();
    List<Layer> byMeeting = new ArrayList<>();
    order.met.forEach(name -> byMeeting.add(order.layer(name)));
    byMeeting.sort(
        Comparator.comparingInt((Layer layer) -> depths.getOrDefault(layer.name(), 0)).reversed());
    return byMeeting;
  }

  private void walk(Layer layer) {
    if (!met.add(layer.name())) {
      return;
    }
    for (String inbound : layer.inbound()) {
      walk(layer(inbound));
    }
    finished.add(layer);
  }

  /** Longest way from each layer to the output, in layers. */
  private Map<String, Integer> depths() {
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      Layer layer = finished.get(i);
      int depth = depths.computeIfAbsent(layer.name(), name -> 0);
      for (String inbound : layer.inbound()) {
        depths.merge(inbound, depth + 1, Math::max);
      }
    }
    return depths;
  }

  private Layer layer(String name) {
    Layer layer = byName.get(name);
    if (layer == null) {
      throw new IllegalArgumentException("there is no layer " + name);
    }
    return layer;
  }
}
