package negatoscope.workstation.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.intake.archive.ZipArchive;
import negatoscope.workstation.batch.table.BatchRow;

/**
 * Where the films of a screening lie.
 *
 * @param root the folder, ZIP archive, DICOMDIR or film that is screened
 */
record FilmPlaces(Path root) {
  /**
   * The file of a film; not for the JavaFX thread.
   *
   * @throws negatoscope.film.FilmException where an archive cannot be read or does not hold it
   */
  Path of(BatchRow row) {
    String path = row.film().identity().path();
    if (Files.isDirectory(root)) {
      return root.resolve(path);
    }
    Path beside = root.resolveSibling(path);
    return Files.exists(beside) ? beside : ZipArchive.find(root, path);
  }
}
