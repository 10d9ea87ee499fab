package negatoscope.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Runs one of ImageIO's readers and turns whatever it throws into a film's failure. */
final class PictureDecoder {
  /** What is asked of the reader. */
  @FunctionalInterface
  interface Work<T> {
    T run(ImageReader reader) throws IOException;
  }

  private PictureDecoder() {}

  /**
   * Does the work with a reader of the format.
   *
   * @throws FilmException CORRUPT_PIXELS where the reader gives up
   */
  static <T> T decode(Path file, String format, PictureStream stream, Work<T> work) {
    ImageReader reader = reader(format);
    try (ImageInputStream input = stream) {
      reader.setInput(input, false, true);
      return work.run(reader);
    } catch (Failure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers answer damaged files with nearly every unchecked exception there is.
      throw corrupt(file, format, e);
    } finally {
      reader.dispose();
    }
  }

  static FilmException corrupt(Path file, String format, Throwable cause) {
    return new FilmException(
        ErrorCode.CORRUPT_PIXELS,
        file,
        "is a damaged %s picture.".formatted(format),
        "Get the file again from where it comes from.",
        cause);
  }

  /** Java's own reader: libraries bring others of the same names, which read differently. */
  static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageReader.class.getModule()) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("Java's own reader of " + format + " is missing");
  }
}
