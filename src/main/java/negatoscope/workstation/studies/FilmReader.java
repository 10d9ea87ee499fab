package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;

/** How the window gets at films; {@code intake} behind it, or something slow or broken in tests. */
public interface FilmReader {
  /**
   * The files to open for a path: the file itself, or the films below a folder, sorted by path.
   *
   * @throws negatoscope.task.Failure if the path does not exist or cannot be read
   */
  List<Path> films(Path fileOrFolder);

  /**
   * One frame of a file; its provenance says how many there are.
   *
   * @param frame from 1
   * @throws negatoscope.task.Failure if it is no film, or has fewer frames
   */
  Film open(Path file, int frame);
}
