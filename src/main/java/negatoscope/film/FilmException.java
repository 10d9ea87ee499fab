package negatoscope.film;

import java.nio.file.Path;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** A file could not be opened as a film. */
public final class FilmException extends Failure {
  private static final long serialVersionUID = 1L;

  /**
   * A refused file.
   *
   * @param file which one
   * @param what goes after the file's name: "is shorter than its header says."
   * @param advice what the user can do
   */
  public FilmException(
      ErrorCode code, Path file, String what, String advice, @Nullable Throwable cause) {
    super(code, file.getFileName() + " " + what, advice, cause);
  }

  /** A refused file, without the exception behind it. */
  public FilmException(ErrorCode code, Path file, String what, String advice) {
    this(code, file, what, advice, null);
  }
}
