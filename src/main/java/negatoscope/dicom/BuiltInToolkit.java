package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/** The toolkit of this program, without any other library. */
public final class BuiltInToolkit implements DicomToolkit {
  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public Likeness likeness(byte[] head) {
    return head.length >= 132
            && head[128] == 'D'
            && head[129] == 'I'
            && head[130] == 'C'
            && head[131] == 'M'
        ? Likeness.CERTAIN
        : Likeness.NONE;
  }

  @Override
  public List<Film> films(Path file) {
    throw new FilmException(
        ErrorCode.UNSUPPORTED_SYNTAX, file, "is DICOM, which is not read.", "Export it as PNG.");
  }
}
