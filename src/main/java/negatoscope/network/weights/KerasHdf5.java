package negatoscope.network.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.NetworkException;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;

/**
 * Reads the weight files that Keras 2 writes by {@code save_weights("x.h5")}: a group per layer,
 * named by the attribute {@code layer_names}, each with the attribute {@code weight_names}.
 */
public final class KerasHdf5 {
  private static final long LARGEST = 1L << 31;

  private KerasHdf5() {}

  /**
   * Reads every weight of the file.
   *
   * @return the weights by canonical name ({@code Conv1/kernel}), in the file's order
   * @throws NetworkException {@code BAD_WEIGHTS} if the file is not HDF5, is cut off, lacks a
   *     weight that it names or holds more
   */
  public static Weights read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NetworkException(
          ErrorCode.NOT_FOUND, "There is no file %s.".formatted(file), "Check the path.");
    }
    try (HdfFile hdf = new HdfFile(file)) {
      Group root = hdf.getChild("model_weights") instanceof Group inner ? inner : hdf;
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      for (String layer : names(file, root, "layer_names")) {
        Group group = group(file, root, layer);
        for (String weight : names(file, group, "weight_names")) {
          Dataset data = dataset(file, group, weight);
          if (tensors.put(canonical(weight), tensor(file, weight, data)) != null) {
            throw bad(file, "names %s twice".formatted(weight));
          }
        }
      }
      return new Weights(tensors);
    } catch (HdfException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NetworkException(
          ErrorCode.BAD_WEIGHTS,
          "%s is damaged or not an HDF5 file.".formatted(file.getFileName()),
          "Choose a weight file that Keras wrote.",
          e);
    }
  }

  private static String canonical(String weight) {
    String name = weight.endsWith(":0") ? weight.substring(0, weight.length() - 2) : weight;
    return name.replace("/lstm_cell/", "/");
  }

  private static List<String> names(Path file, Group group, String attribute) {
    Attribute names = group.getAttribute(attribute);
    if (names == null) {
      throw bad(file, "has no attribute %s at %s".formatted(attribute, group.getPath()));
    }
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> list = new ArrayList<>();
    Object data = names.getData();
    for (int i = 0; i < Array.getLength(data); i++) {
      list.add(String.valueOf(Array.get(data, i)));
    }
    return list;
  }

  private static Group group(Path file, Group parent, String name) {
    if (child(parent, name) instanceof Group group) {
      return group;
    }
    throw bad(file, "has no group %s".formatted(name));
  }

  private static Dataset dataset(Path file, Group group, String name) {
    if (child(group, name) instanceof Dataset dataset) {
      return dataset;
    }
    throw bad(file, "lacks %s".formatted(name));
  }

  /** The node at a path; a name may hold slashes, which HDF5 reads as groups. */
  private static @org.jspecify.annotations.Nullable Node child(Group parent, String path) {
    Node node = parent;
    for (String part : path.split("/")) {
      node = node instanceof Group group ? group.getChild(part) : null;
    }
    return node;
  }

  private static WeightTensor tensor(Path file, String name, Dataset data) {
    if (data.getJavaType() != float.class || data.getSizeInBytes() > LARGEST) {
      throw bad(file, "holds %s as %s".formatted(name, data.getJavaType()));
    }
    int[] shape = data.getDimensions();
    Object flat = data.getDataFlat();
    if (!(flat instanceof float[] values) || values.length != WeightTensor.count(shape)) {
      throw bad(file, "holds too little of %s %s".formatted(name, Arrays.toString(shape)));
    }
    return new WeightTensor(shape, values);
  }

  private static NetworkException bad(Path file, String what) {
    return new NetworkException(
        ErrorCode.BAD_WEIGHTS,
        "%s %s.".formatted(file.getFileName(), what),
        "Choose a weight file that Keras wrote for this backbone.");
  }
}
