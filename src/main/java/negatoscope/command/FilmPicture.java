package negatoscope.command;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.Window;
import negatoscope.intake.Intake;
import negatoscope.rendering.PngWriter;
import negatoscope.rendering.Rendering;
import negatoscope.task.AtomicFiles;
import org.jspecify.annotations.Nullable;

/** One frame of a file, as a picture file. */
final class FilmPicture {
  private final Film film;

  /**
   * Opens a frame.
   *
   * @param frame from 1
   * @throws IndexOutOfBoundsException if the file has fewer frames
   */
  FilmPicture(Intake intake, Path file, int frame) {
    List<Film> films = intake.open(file);
    if (frame < 1 || frame > films.size()) {
      throw new IndexOutOfBoundsException(
          "%s has %d %s; there is no frame %d."
              .formatted(file, films.size(), films.size() == 1 ? "frame" : "frames", frame));
    }
    film = films.get(frame - 1);
  }

  /**
   * Writes it as PNG.
   *
   * @param stored stored values instead of display values
   * @param window instead of the file's own; null for that
   * @param invert against the file's own polarity
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  void write(Path out, boolean stored, @Nullable Window window, boolean invert) {
    byte[] png;
    if (stored) {
      png = PngWriter.encode(film.samples());
    } else {
      Rendering filed = Rendering.asFiled(film);
      Rendering chosen = window == null ? filed : filed.withWindow(window);
      png = PngWriter.encode(chosen.inverted(invert).render(), PngWriter.Packing.SMALL);
    }
    AtomicFiles.write(out, stream -> stream.write(png));
  }
}
