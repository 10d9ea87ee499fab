package negatoscope.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.library.CardWeights;
import negatoscope.library.FileDigest;
import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.network.weights.WeightFiles;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * Weights that a training starts from, and where they come from.
 *
 * @param weights by canonical name
 * @param origin file, hash and licence, for the card
 */
public record StartWeights(Weights weights, CardWeights origin) {
  /**
   * Reads a file of our own ({@link WeightsFile}) or of Keras (HDF5).
   *
   * @param licence under which the weights may be used
   * @throws Failure {@code NO_WEIGHTS} where there is no such file; {@code BAD_WEIGHTS}
   */
  public static StartWeights read(Path file, String licence) {
    return read(file, Optional.empty(), licence);
  }

  /**
   * The same for a certain backbone, so that a Keras file of another one is refused at once.
   *
   * @param backbone whose weights they should be; empty to recognise it
   * @throws Failure {@code NO_WEIGHTS} where there is no such file; {@code BAD_WEIGHTS}
   */
  public static StartWeights read(Path file, Optional<Backbone> backbone, String licence) {
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ErrorCode.NO_WEIGHTS, file + " is not there.", "Name a file of weights that is.");
    }
    // Our own file may hold a head alone; the network that takes the weights checks them all.
    Weights weights =
        WeightsFile.looksLike(file)
            ? WeightsFile.read(file)
            : KerasHdf5.read(file, backbone).weights();
    return new StartWeights(
        weights, new CardWeights(String.valueOf(file.getFileName()), sha256(file), licence));
  }

  /**
   * Reads stored weights, which are what their backbone's training starts from.
   *
   * @throws Failure {@code NOT_FOUND}, {@code BAD_WEIGHTS}
   */
  public static StartWeights of(StoredWeights stored) {
    return new StartWeights(
        WeightFiles.read(stored.file(), Optional.of(stored.backbone())).weights(), stored.origin());
  }

  private static String sha256(Path file) {
    try {
      return FileDigest.of(file, Progress.NONE, new Cancellation()).sha256();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    }
  }
}
