package negatoscope.network.weights;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layout of Keras 2: a group per layer, named by the attribute {@code layer_names} in the
 * model's order, each with the attribute {@code weight_names} in the layer's.
 */
final class Keras2Layers {
  private static final String LAYERS = "layer_names";
  private static final String WEIGHTS = "weight_names";

  private Keras2Layers() {}

  /** Whether a group holds layers in this layout. */
  static boolean are(Group root) {
    return root.getAttribute(LAYERS) != null || root.getAttribute(LAYERS + "0") != null;
  }

  /**
   * The layers that have weights, in the file's order.
   *
   * @param datasets of the file by path; those of the layers are taken out
   */
  static List<FileLayer> of(Hdf5Nodes nodes, Group root, Map<String, Dataset> datasets) {
    List<FileLayer> layers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String layer : nodes.names(root, LAYERS)) {
      if (!seen.add(layer)) {
        throw nodes.bad("names the layer %s twice".formatted(layer));
      }
      if (!(nodes.child(root, layer) instanceof Group group)) {
        throw nodes.bad("has no group for its layer %s".formatted(layer));
      }
      List<FileTensor> tensors = new ArrayList<>();
      for (String weight : nodes.names(group, WEIGHTS)) {
        Dataset data = datasets.remove(layer + "/" + weight);
        if (data == null) {
          throw nodes.bad("lacks %s, or names it twice".formatted(weight));
        }
        tensors.add(nodes.tensor(weight, data));
      }
      if (!tensors.isEmpty()) {
        layers.add(new FileLayer(layer, "", tensors));
      }
    }
    return layers;
  }
}
