package negatoscope.film;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import negatoscope.task.ErrorCode;

/** What the file system says, in the words of this program. */
public final class FileTrouble {
  private FileTrouble() {}

  /** NOT_FOUND for a missing file, else NOT_READABLE. */
  public static FilmException of(Path file, IOException problem) {
    if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
      return new FilmException(
          ErrorCode.NOT_FOUND, file, "is not there.", "Check the path " + file + ".", problem);
    }
    return new FilmException(
        ErrorCode.NOT_READABLE,
        file,
        "cannot be read.",
        "Check that you may read " + file + ".",
        problem);
  }

  /** CHANGED: a file was asked for a frame, counted from 1, that it does not have. */
  public static FilmException noFrame(Path file, int frame, int frames) {
    return new FilmException(
        ErrorCode.CHANGED,
        file,
        "has %d %s; there is no frame %d."
            .formatted(frames, frames == 1 ? "frame" : "frames", frame),
        "Close it and open the file again.");
  }
}
