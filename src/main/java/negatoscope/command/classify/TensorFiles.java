package negatoscope.command.classify;

import java.nio.file.Path;
import negatoscope.film.Film;
import negatoscope.task.AtomicFiles;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.Npy;
import negatoscope.tensor.TensorOptions;

/** Writes films as the network sees them: {@code .npy} files of [side, side, 1], 0 to 255. */
final class TensorFiles {
  private final Path folder;
  private final TensorOptions options;
  private final FilmNames names = new FilmNames();

  /**
   * Files in a folder, which is made if it is not there.
   *
   * @param options of the model that is asked
   */
  TensorFiles(Path folder, TensorOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * Writes one film.
   *
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  void write(Film film) {
    byte[] bytes =
        Npy.encode(FilmTensor.of(film, options).values(), options.side(), options.side(), 1);
    Path file = folder.resolve(names.unused(FilmNames.stem(film)) + ".npy");
    AtomicFiles.write(file, out -> out.write(bytes));
  }
}
