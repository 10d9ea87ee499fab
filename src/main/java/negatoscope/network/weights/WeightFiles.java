package negatoscope.network.weights;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.task.Failure;

/** Weight files of every kind: Keras' HDF5 and our own {@link WeightsFile}. */
public final class WeightFiles {
  private WeightFiles() {}

  /**
   * Reads the weights of a backbone, and of a head where the file has one: every tensor that the
   * backbone has, in its shape, and nothing that is neither the backbone's nor a head's.
   *
   * @param backbone whose weights they should be; empty to recognise it by number and shapes
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}; {@code BAD_WEIGHTS} naming the layer,
   *     the expected and the found shape; {@code NEWER_SCHEMA}
   */
  public static BackboneWeights read(Path file, Optional<Backbone> backbone) {
    return WeightsFile.looksLike(file)
        ? BackboneCheck.of(file, WeightsFile.read(file), backbone)
        : KerasHdf5.read(file, backbone);
  }
}
