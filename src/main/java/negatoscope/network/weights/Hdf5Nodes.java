package negatoscope.network.weights;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.NetworkException;
import negatoscope.network.WeightTensor;
import org.jspecify.annotations.Nullable;

/** Looks at the nodes of one HDF5 file and believes none of the sizes that it states. */
final class Hdf5Nodes {
  private static final int MOST_NODES = 20_000;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_DIMENSIONS = 8;

  /** Deflate packs at most some 1032 to 1. */
  private static final long MOST_PACKED = 1100;

  private final Path file;
  private final long fileBytes;

  /**
   * Of a file.
   *
   * @param file for failures
   * @param fileBytes its size, which bounds what it can hold
   */
  Hdf5Nodes(Path file, long fileBytes) {
    this.file = file;
    this.fileBytes = fileBytes;
  }

  /** The node at a path, or null; a name may hold slashes, which HDF5 reads as groups. */
  @Nullable Node child(Group parent, String path) {
    Node node = parent;
    for (String part : path.split("/")) {
      node = node instanceof Group group ? group.getChild(part) : null;
    }
    return node;
  }

  /** All data sets below a group, by their path from it. */
  Map<String, Dataset> datasets(Group root) {
    Map<String, Dataset> found = new LinkedHashMap<>();
    collect(root, "", 0, new int[1], found);
    return found;
  }

  private void collect(
      Group group, String prefix, int depth, int[] count, Map<String, Dataset> found) {
    if (depth > MOST_DEPTH) {
      throw bad("nests its groups too deeply");
    }
    for (Node node : group) {
      if (++count[0] > MOST_NODES) {
        throw bad("holds too many parts for a weight file");
      }
      String path = prefix + node.getName();
      if (node instanceof Dataset dataset) {
        found.put(path, dataset);
      } else if (node instanceof Group inner) {
        collect(inner, path + "/", depth + 1, count, found);
      }
    }
  }

  /**
   * The texts of an attribute; Keras parts one of more than 64 KB into several, whose names end in
   * 0, 1 and so on.
   */
  List<String> names(Group group, String name) {
    Attribute whole = group.getAttribute(name);
    if (whole != null) {
      return texts(whole);
    }
    List<String> texts = new ArrayList<>();
    Attribute part = group.getAttribute(name + "0");
    for (int i = 1; part != null; i++) {
      texts.addAll(texts(part));
      part = group.getAttribute(name + i);
    }
    return texts;
  }

  private List<String> texts(Attribute attribute) {
    if (attribute.isEmpty() || attribute.getSize() == 0) {
      return List.of();
    }
    if (attribute.getSize() > MOST_NODES || attribute.getSizeInBytes() > fileBytes) {
      throw bad("is damaged: its attribute %s is too large".formatted(attribute.getName()));
    }
    Object data = attribute.getData();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Array.getLength(data); i++) {
      texts.add(String.valueOf(Array.get(data, i)));
    }
    return texts;
  }

  /** A data set of float32 as a tensor of the given name. */
  FileTensor tensor(String name, Dataset data) {
    int[] shape = data.getDimensions();
    if (data.getJavaType() != float.class || shape.length > MOST_DIMENSIONS) {
      throw bad("holds %s as %s".formatted(name, data.getJavaType()));
    }
    long bytes = Float.BYTES;
    for (int size : shape) {
      bytes = size < 0 ? Long.MAX_VALUE : Math.multiplyExact(bytes, size);
    }
    if (bytes > Integer.MAX_VALUE || bytes / MOST_PACKED > fileBytes) {
      throw bad("is damaged: %s %s is too large".formatted(name, Arrays.toString(shape)));
    }
    return new FileTensor(name, shape, () -> values(name, shape, data));
  }

  private float[] values(String name, int[] shape, Dataset data) {
    Object flat = data.isScalar() ? new float[] {(float) data.getData()} : data.getDataFlat();
    if (!(flat instanceof float[] values) || values.length != WeightTensor.count(shape)) {
      throw bad("holds too little of %s %s".formatted(name, Arrays.toString(shape)));
    }
    return values;
  }

  NetworkException bad(String what) {
    return BackboneCheck.bad(file, what);
  }
}
