package negatoscope.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import negatoscope.library.CardWeights;
import negatoscope.network.Weights;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

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
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ErrorCode.NO_WEIGHTS, file + " is not there.", "Name a file of weights that is.");
    }
    Weights weights = WeightsFile.looksLike(file) ? WeightsFile.read(file) : KerasHdf5.read(file);
    return new StartWeights(
        weights, new CardWeights(String.valueOf(file.getFileName()), sha256(file), licence));
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
