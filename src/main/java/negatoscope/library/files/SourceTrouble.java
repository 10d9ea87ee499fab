package negatoscope.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** What is said of a file or folder that holds no model. */
final class SourceTrouble {
  private static final String ZIP = "PK";
  private static final String HDF5 = "\u0089HDF\r\n\u001A\n";

  private SourceTrouble() {}

  /** Ends here for a file that does not begin as a ZIP does. */
  static void refuseWhatIsNoZip(Path file) {
    String start = start(file);
    if (start.startsWith(ZIP)) {
      return;
    }
    if (start.equals(HDF5)) {
      throw new Failure(
          ErrorCode.BAD_MODEL,
          file + " is an HDF5 file, such as Keras keeps weights in, and no model of this program.",
          "Weights to start a training from are taken by: negatoscope models weights import.");
    }
    throw bad(file, "is no model: neither a folder nor a ZIP");
  }

  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HDF5.length()), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new Failure(
          ErrorCode.NOT_FOUND, file + " is not there.", "Check how its path is spelt.", e);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check its permissions.", e);
    }
  }

  static Failure noCard(Path where) {
    return bad(where, "holds no model of this program: it has no " + ModelFile.CARD);
  }

  static Failure damaged(Path where, IOException cause) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        where + " is damaged or cannot be read (" + cause.getMessage() + ").",
        "Get the model again from where it comes from.",
        cause);
  }

  static Failure bad(Path where, String what) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        where + " " + what + ".",
        "Name a folder, or the ZIP of one, that this program exported or trained.");
  }
}
