package negatoscope.dicom.dcm4che;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.dcm4che3.io.DicomStreamException;
import org.jspecify.annotations.Nullable;

/** Says in this program's words why dcm4che cannot read a file. */
final class Refusal {
  private static final String EXPORT_AGAIN = "Export the film again from where it comes from.";

  private Refusal() {}

  /** Something that dcm4che does, with its exceptions. */
  @FunctionalInterface
  interface Step<T> {
    /** Does it. */
    T get() throws IOException;
  }

  /**
   * Does something.
   *
   * @throws FilmException for whatever dcm4che throws
   */
  static <T> T refusing(Path file, Step<T> step) {
    try {
      return step.get();
    } catch (Failure e) {
      throw e;
    } catch (EOFException e) {
      throw new FilmException(
          ErrorCode.TRUNCATED,
          file,
          "ends in the middle of its data.",
          "Get the file again from where it comes from.",
          e);
    } catch (DicomStreamException | ZipException e) {
      throw damaged(file, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    } catch (RuntimeException e) {
      // dcm4che meets damage that it does not look for with whatever exception comes up.
      throw damaged(file, "dcm4che cannot read it", e);
    }
  }

  static FilmException notDicom(Path file) {
    return new FilmException(ErrorCode.NOT_A_FILM, file, "is no DICOM file.", "Choose a film.");
  }

  static FilmException tooLarge(Path file, @Nullable Throwable cause) {
    return new FilmException(
        ErrorCode.TOO_LARGE, file, "has more in it than a film can have.", EXPORT_AGAIN, cause);
  }

  private static FilmException damaged(Path file, String what, Exception cause) {
    return new FilmException(
        ErrorCode.BAD_HEADER, file, "has a damaged header: " + what + ".", EXPORT_AGAIN, cause);
  }
}
