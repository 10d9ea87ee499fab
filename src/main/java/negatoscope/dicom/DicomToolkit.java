package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;

/** Reads DICOM files; found by {@link java.util.ServiceLoader}. */
public interface DicomToolkit {
  /** How sure a toolkit is that bytes are the start of a DICOM file. */
  enum Likeness {
    /** The letters DICM stand where PS3.10 wants them. */
    CERTAIN,
    /** There is no preamble, but what is there reads like the first element of a data set. */
    POSSIBLE,
    /** It is something else. */
    NONE
  }

  /** The toolkit that is part of this program. */
  static DicomToolkit builtIn() {
    return new BuiltInToolkit();
  }

  /** What the toolkit is called in About and in the log. */
  String name();

  /**
   * Judges a file by its start.
   *
   * @param head the first 1024 bytes, or all of a smaller file
   */
  Likeness likeness(byte[] head);

  /**
   * Reads every frame of a file.
   *
   * @return at least one film
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  List<Film> films(Path file);
}
