package negatoscope.network.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import negatoscope.network.Backbone;
import negatoscope.network.backbone.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a file's tensor for each weight of a backbone. Where the file's names are the backbone's
 * own, they say which is which; where they are others (numbered anew, or historical), the order
 * does, as in Keras.
 */
final class LayerMatch {
  static final String NESTED =
      "holds the backbone as one layer of another network; what is needed is what the backbone's"
          + " own save_weights writes";

  private static final int IMAGENET_CLASSES = 1000;
  private static final int MOST_TENSORS_OF_A_LAYER = 6;

  private final Backbone backbone;
  private final List<Layer> expected;
  private final Map<String, FileTensor> tensors = new LinkedHashMap<>();
  private @Nullable String problem;

  private LayerMatch(Backbone backbone) {
    this.backbone = backbone;
    this.expected = KerasOrder.weighted(backbone);
  }

  /** Matches the layers of a file, without those of a head, to a backbone. */
  static LayerMatch of(Backbone backbone, List<FileLayer> layers) {
    LayerMatch match = new LayerMatch(backbone);
    match.problem = match.layers(layers);
    return match;
  }

  Backbone backbone() {
    return backbone;
  }

  /** What does not fit, continuing "The file …"; null if all does. */
  @Nullable String problem() {
    return problem;
  }

  /** The file's tensors by canonical name, in Keras' order, if all fits. */
  Map<String, FileTensor> tensors() {
    return tensors;
  }

  private @Nullable String layers(List<FileLayer> found) {
    Map<String, FileLayer> byName = new HashMap<>();
    found.forEach(layer -> byName.put(layer.canonicalName(), layer));
    Set<String> names = new HashSet<>(expected.stream().map(Layer::name).toList());
    if (byName.size() == found.size() && byName.keySet().equals(names)) {
      return each(layer -> byName.get(layer.name()));
    }
    if (found.size() == expected.size()) {
      Map<String, Deque<FileLayer>> queues = new HashMap<>();
      for (FileLayer layer : found) {
        queues.computeIfAbsent(layer.kind(), kind -> new ArrayDeque<>()).add(layer);
      }
      return each(
          layer -> {
            Deque<FileLayer> queue = queues.get(queues.containsKey("") ? "" : kind(layer));
            return queue == null ? null : queue.poll();
          });
    }
    return otherLayers(found, byName, names);
  }

  private @Nullable String each(Function<Layer, @Nullable FileLayer> find) {
    for (Layer layer : expected) {
      FileLayer found = find.apply(layer);
      if (found == null) {
        return "lacks the layer " + layer.name();
      }
      String wrong = layer(layer, found.tensors());
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private @Nullable String layer(Layer layer, List<FileTensor> found) {
    List<String> wanted = new ArrayList<>(layer.weights().keySet());
    Map<String, FileTensor> byVariable = new HashMap<>();
    found.forEach(tensor -> byVariable.put(layer.name() + "/" + tensor.variable(), tensor));
    boolean named = byVariable.keySet().equals(layer.weights().keySet());
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i);
      int[] shape = layer.weights().get(name);
      if (i >= found.size()) {
        String missing =
            wanted.stream().filter(one -> !byVariable.containsKey(one)).findFirst().orElse(name);
        return "lacks %s %s".formatted(missing, Arrays.toString(layer.weights().get(missing)));
      }
      FileTensor tensor = named ? byVariable.getOrDefault(name, found.get(i)) : found.get(i);
      if (!Arrays.equals(tensor.shape(), shape)) {
        return "holds %s as %s, where %s has %s"
            .formatted(
                name, Arrays.toString(tensor.shape()), backbone.title(), Arrays.toString(shape));
      }
      tensors.put(name, tensor);
    }
    return found.size() == wanted.size()
        ? null
        : "holds %s, which the layer %s of %s has not"
            .formatted(found.get(wanted.size()).name(), layer.name(), backbone.title());
  }

  private String otherLayers(
      List<FileLayer> found, Map<String, FileLayer> byName, Set<String> names) {
    boolean top =
        found.stream()
            .flatMap(layer -> layer.tensors().stream())
            .map(FileTensor::shape)
            .anyMatch(shape -> shape.length == 2 && shape[1] == IMAGENET_CLASSES);
    if (top) {
      return "holds a network with its top, which tells the 1000 classes of ImageNet apart; what is"
          + " needed is the file without it (include_top=False, \"notop\" in its name)";
    }
    if (found.stream().anyMatch(layer -> layer.tensors().size() > MOST_TENSORS_OF_A_LAYER)) {
      return NESTED;
    }
    for (Layer layer : expected) {
      if (!byName.containsKey(layer.name()) && byName.size() < expected.size()) {
        return "lacks the layer %s with %s"
            .formatted(layer.name(), String.join(", ", layer.weights().keySet()));
      }
    }
    for (FileLayer layer : found) {
      if (!names.contains(layer.canonicalName()) && found.size() > expected.size()) {
        return "holds the layer %s, which %s has not".formatted(layer.name(), backbone.title());
      }
    }
    return "holds %d layers with weights, where %s has %d"
        .formatted(found.size(), backbone.title(), expected.size());
  }

  /** How alike the file and the backbone are: 1 if all shapes agree, 0 if none. */
  double likeness(List<FileLayer> found) {
    Map<String, Integer> shapes = new HashMap<>();
    int wanted = 0;
    for (Layer layer : expected) {
      for (int[] shape : layer.weights().values()) {
        shapes.merge(Arrays.toString(shape), 1, Integer::sum);
        wanted++;
      }
    }
    int all = 0;
    int common = 0;
    for (FileLayer layer : found) {
      for (FileTensor tensor : layer.tensors()) {
        all++;
        if (shapes.merge(Arrays.toString(tensor.shape()), -1, Integer::sum) >= 0) {
          common++;
        }
      }
    }
    return (double) common / Math.max(wanted, all);
  }

  /** Keras' class in snake case, as Keras 3 names groups by it. */
  private static String kind(Layer layer) {
    return layer.type().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
