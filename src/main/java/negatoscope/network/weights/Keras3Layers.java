package negatoscope.network.weights;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of Keras 3: {@code layers/<class in snake case>[_n]/vars/<k>}, n counted for each
 * class in the model's order; the attribute {@code name} of {@code vars}, absent in early versions,
 * holds the layer's name.
 */
final class Keras3Layers {
  static final String ROOT = "layers";

  private static final Pattern NUMBERED = Pattern.compile("(.+?)(?:_(\\d{1,6}))?");

  private Keras3Layers() {}

  private record Numbered(int number, FileLayer layer) {}

  /**
   * The layers that have weights; those of one class are in the model's order.
   *
   * @param datasets of the group by path; those of the layers are taken out
   */
  static List<FileLayer> of(Hdf5Nodes nodes, Group root, Map<String, Dataset> datasets) {
    List<Numbered> layers = new ArrayList<>();
    for (Node node : root) {
      String group = node.getName();
      Matcher numbered = NUMBERED.matcher(group);
      if (!(nodes.child(root, group + "/vars") instanceof Group variables) || !numbered.matches()) {
        continue;
      }
      List<FileTensor> tensors = new ArrayList<>();
      Dataset data = datasets.remove(group + "/vars/0");
      while (data != null) {
        String path = group + "/vars/" + tensors.size();
        tensors.add(nodes.tensor(path, data));
        data = datasets.remove(group + "/vars/" + tensors.size());
      }
      if (!tensors.isEmpty()) {
        String number = numbered.group(2);
        layers.add(
            new Numbered(
                number == null ? 0 : Integer.parseInt(number),
                new FileLayer(name(variables, group), numbered.group(1), tensors)));
      }
    }
    layers.sort(Comparator.comparingInt(Numbered::number));
    return layers.stream().map(Numbered::layer).toList();
  }

  private static String name(Group variables, String group) {
    Attribute name = variables.getAttribute("name");
    return name != null && name.isScalar() && name.getData() instanceof String text ? text : group;
  }
}
