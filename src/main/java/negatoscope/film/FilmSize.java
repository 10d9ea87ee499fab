package negatoscope.film;

import java.nio.file.Path;
import negatoscope.task.ErrorCode;

/** How large a film may be; asked before anything is allocated for it. */
public final class FilmSize {
  /** Most samples of one frame, about sixteen times the pixels of a large detector. */
  public static final long MOST_PIXELS = 1L << 28;

  /** Largest file that is opened, in bytes. */
  public static final long MOST_BYTES = 1L << 30;

  /** Sides below this many pixels show less than the network looks at. */
  public static final int SMALL_SIDE = 224;

  private FilmSize() {}

  /**
   * Refuses sizes that no film has.
   *
   * @throws FilmException BAD_DIMENSIONS where a side is below 1, TOO_LARGE above {@link
   *     #MOST_PIXELS}
   */
  public static void check(Path file, long width, long height) {
    if (width < 1 || height < 1) {
      throw new FilmException(
          ErrorCode.BAD_DIMENSIONS,
          file,
          "says that it is %d x %d pixels.".formatted(width, height),
          "Export the film again from where it comes from.");
    }
    if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          file,
          "says that it is %d x %d pixels; at most %d pixels are opened."
              .formatted(width, height, MOST_PIXELS),
          "Scale the film down with another program first.");
    }
  }

  /**
   * Refuses files that are larger than {@link #MOST_BYTES}.
   *
   * @throws FilmException TOO_LARGE
   */
  public static void checkBytes(Path file, long bytes) {
    if (bytes > MOST_BYTES) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          file,
          "has %d bytes; at most %d are opened.".formatted(bytes, MOST_BYTES),
          "Split the file, or compress its frames.");
    }
  }
}
