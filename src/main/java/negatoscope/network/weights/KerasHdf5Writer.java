package negatoscope.network.weights;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Failure;

/**
 * Writes weights as Keras 2 does by {@code save_weights("x.h5")}, so that {@code load_weights} of
 * Keras 2 and 3 takes them into the same network, by order or by name: the layers in Keras' order
 * and with Keras 2's names, those without weights left out, as Keras leaves them out itself when it
 * counts.
 */
public final class KerasHdf5Writer {
  private KerasHdf5Writer() {}

  /**
   * Writes or replaces a file; it is written aside, synced, then moved into place. Needs as much
   * memory again as the weights take.
   *
   * @param weights of a backbone, and of a head if there is one
   * @throws Failure {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public static void write(BackboneWeights weights, Path file) {
    AtomicFiles.writeByPath(file, aside -> fill(aside, weights));
  }

  private static void fill(Path file, BackboneWeights weights) throws IOException {
    Map<String, Map<String, WeightTensor>> layers = new LinkedHashMap<>();
    for (String name : HeadLayers.inOrder(weights.weights().names())) {
      WeightTensor tensor = weights.weights().get(name);
      if (tensor != null) {
        String layer = inKeras2(weights.backbone(), HeadLayers.layer(name));
        layers
            .computeIfAbsent(layer, added -> new LinkedHashMap<>())
            .put(inKeras2(weights.backbone(), HeadLayers.inKeras2(name)), tensor);
      }
    }
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putAttribute("layer_names", layers.keySet().toArray(new String[0]));
      hdf.putAttribute("backend", "tensorflow");
      hdf.putAttribute("keras_version", "2.15.0");
      Map<String, WritableGroup> groups = new HashMap<>();
      layers.forEach((layer, tensors) -> put(group(hdf, layer, "", groups), tensors));
    } catch (HdfException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Keras 2 has a slash in two names of DenseNet121's, where Keras 3 has an underscore. */
  private static String inKeras2(Backbone backbone, String name) {
    return backbone == Backbone.DENSENET121
        ? name.replaceFirst("^conv1_(?=(conv|bn)(/|$))", "conv1/")
        : name;
  }

  private static void put(WritableGroup layer, Map<String, WeightTensor> tensors) {
    layer.putAttribute("weight_names", tensors.keySet().toArray(new String[0]));
    Map<String, WritableGroup> groups = new HashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          int cut = name.lastIndexOf('/');
          group(layer, name.substring(0, cut), "", groups)
              .putDataset(name.substring(cut + 1), nested(tensor.values(), 0, tensor.shape(), 0));
        });
  }

  /** The group of a path, made where it is not among those made already. */
  private static WritableGroup group(
      WritableGroup parent, String path, String above, Map<String, WritableGroup> made) {
    int cut = path.indexOf('/');
    String first = cut < 0 ? path : path.substring(0, cut);
    String place = above + "/" + first;
    WritableGroup group = made.computeIfAbsent(place, added -> parent.putGroup(first));
    return cut < 0 ? group : group(group, path.substring(cut + 1), place, made);
  }

  /** The values as arrays of arrays, which tell jhdf the shape. */
  private static Object nested(float[] values, int from, int[] shape, int axis) {
    int[] inner = Arrays.copyOfRange(shape, axis + 1, shape.length);
    if (inner.length == 0) {
      return Arrays.copyOfRange(values, from, from + shape[axis]);
    }
    Class<?> row = float.class;
    for (int i = 0; i < inner.length; i++) {
      row = row.arrayType();
    }
    Object array = Array.newInstance(row, shape[axis]);
    for (int i = 0; i < shape[axis]; i++) {
      Array.set(array, i, nested(values, from + i * WeightTensor.count(inner), shape, axis + 1));
    }
    return array;
  }
}
