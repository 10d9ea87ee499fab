package negatoscope.network.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkException;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Reads the weight files that Keras writes, in every layout of theirs: {@code save_weights("x.h5")}
 * of Keras 2 ({@link Keras2Layers}), {@code save_weights("x.weights.h5")} of Keras 3 ({@link
 * Keras3Layers}), and the weights inside a whole model saved as {@code .h5}.
 */
public final class KerasHdf5 {
  /** How a ZIP begins. */
  private static final int ZIP = 0x504B0304;

  private KerasHdf5() {}

  /** Reads the weights of whichever backbone the file is of; see {@link #read(Path, Optional)}. */
  public static Weights read(Path file) {
    return read(file, Optional.empty()).weights();
  }

  /**
   * Reads the weights of a backbone, and of a head where the file has one.
   *
   * @param backbone whose weights they should be; empty to recognise it by number and shapes
   * @return the weights by canonical name ({@code Conv1/kernel}), in Keras' order
   * @throws NetworkException {@code NOT_FOUND}, {@code NOT_READABLE}, {@code TOO_LARGE}; {@code
   *     BAD_WEIGHTS} if the file is not HDF5, is cut off, lacks a tensor, holds more than the
   *     backbone's and a head's or one in another shape: the sentence names the layer, the expected
   *     and the found shape
   */
  public static BackboneWeights read(Path file, Optional<Backbone> backbone) {
    if (!Files.isRegularFile(file)) {
      throw new NetworkException(
          ErrorCode.NOT_FOUND, "There is no file %s.".formatted(file), "Check the path.");
    }
    // Mapped as a whole, so that a size or place that the file only claims ends as an exception.
    ByteBuffer bytes = mapped(file);
    try (HdfFile hdf = HdfFile.fromByteBuffer(bytes)) {
      Hdf5Nodes nodes = new Hdf5Nodes(file, bytes.capacity());
      return BackboneCheck.of(file, layers(nodes, hdf), backbone);
    } catch (Failure e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new NetworkException(
          ErrorCode.TOO_LARGE,
          "%s needs more memory than the program may use.".formatted(file.getFileName()),
          "If it is no damaged file, start the program with more (JAVA_OPTS=-Xmx8g).",
          e);
    } catch (RuntimeException | StackOverflowError e) {
      // jhdf meets damage as exceptions of many kinds, and walks in circles where links do.
      throw new NetworkException(
          ErrorCode.BAD_WEIGHTS,
          "%s is damaged or not an HDF5 file.".formatted(file.getFileName()),
          "Choose a weight file that Keras wrote.",
          e);
    }
  }

  private static ByteBuffer mapped(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw BackboneCheck.bad(file, "is larger than a weight file can be");
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (bytes.remaining() >= Integer.BYTES && bytes.getInt(0) == ZIP) {
        throw BackboneCheck.bad(
            file, "is an archive, as .keras files are; what is needed is what save_weights writes");
      }
      return bytes;
    } catch (IOException e) {
      throw new NetworkException(
          ErrorCode.NOT_READABLE,
          "%s cannot be read.".formatted(file),
          "Check that you may read it.",
          e);
    }
  }

  private static List<FileLayer> layers(Hdf5Nodes nodes, Group hdf) {
    Group root = nodes.child(hdf, "model_weights") instanceof Group inner ? inner : hdf;
    Map<String, Dataset> datasets;
    List<FileLayer> layers;
    if (nodes.child(root, Keras3Layers.ROOT) instanceof Group keras3 && !Keras2Layers.are(root)) {
      datasets = nodes.datasets(keras3);
      layers = Keras3Layers.of(nodes, keras3, datasets);
    } else if (Keras2Layers.are(root)) {
      datasets = nodes.datasets(root);
      layers = Keras2Layers.of(nodes, root, datasets);
    } else {
      throw nodes.bad("is HDF5, but holds no weights as Keras writes them");
    }
    if (!datasets.isEmpty()) {
      throw nodes.bad(leftOver(datasets.keySet().iterator().next()));
    }
    return layers;
  }

  private static String leftOver(String path) {
    if (path.contains("/" + Keras3Layers.ROOT + "/")) {
      return LayerMatch.NESTED;
    }
    return path.contains("/cell/")
        ? "holds a recurrent head in the layout of Keras 3 (%s), which is not read; save the"
                .formatted(path)
            + " network as .h5, or the backbone's own weights"
        : "holds %s, which no layer names".formatted(path);
  }
}
