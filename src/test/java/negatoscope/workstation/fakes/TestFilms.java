package negatoscope.workstation.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.intake.FilmHeading;
import negatoscope.intake.Found;
import negatoscope.intake.FoundFilm;
import negatoscope.intake.Refused;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.PngWriter;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Progress;
import negatoscope.workstation.studies.FilmReader;

/** Films drawn by the tests. */
public final class TestFilms {
  private TestFilms() {}

  /** A bright oval on a dark ground; the first sample is the given value. */
  public static byte[] pixels(int width, int height, int first) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double r = Math.hypot((x - width / 2.0) / width, (y - height / 2.0) / height);
        pixels[y * width + x] = (byte) (int) Math.max(8, 210 - 380 * r);
      }
    }
    pixels[0] = (byte) first;
    return pixels;
  }

  public static Film film(Path file, int width, int height, int first) {
    return Film.ofPicture(
        Samples.of8(width, height, 8, false, pixels(width, height, first)),
        Provenance.ofPicture(file, "PNG", "8 bit grey"));
  }

  /** The frames of one file, each of another width. */
  public static List<Film> frames(Path file, int... widths) {
    List<Film> frames = new ArrayList<>();
    for (int width : widths) {
      frames.add(
          Film.ofPicture(
              Samples.of8(width, 20, 8, false, pixels(width, 20, 0)),
              Provenance.ofPicture(file, "TIFF", "8 bit grey")
                  .withFrame(frames.size() + 1, widths.length)));
    }
    return frames;
  }

  /** Writes a PNG film. */
  public static Path write(Path folder, String name, int width, int height, int first) {
    Path file = folder.resolve(name);
    try {
      PngWriter.write(file, new GreyPicture(width, height, pixels(width, height, first)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Writes something that is no film. */
  public static Path writeBroken(Path folder, String name) {
    try {
      return Files.writeString(folder.resolve(name), "this is no film");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reader of films in memory: by path, one or more frames; anything else is not found. */
  public static FilmReader reader(Map<Path, List<Film>> films) {
    return new FilmReader() {
      @Override
      public void scan(
          List<Path> paths, Consumer<Found> to, Cancellation cancellation, Progress progress) {
        for (Path path : paths) {
          found(path.normalize()).forEach(to);
        }
      }

      private List<Found> found(Path path) {
        List<Found> below =
            films.keySet().stream()
                .filter(file -> file.startsWith(path))
                .sorted()
                .<Found>map(file -> new FoundFilm(file, FilmHeading.of("PNG")))
                .toList();
        if (!below.isEmpty()) {
          return below;
        }
        boolean file = path.toString().contains(".");
        return List.of(
            new Refused(
                path,
                new FilmException(
                    file ? ErrorCode.NOT_A_FILM : ErrorCode.NOT_FOUND,
                    path,
                    file ? "is no film." : "is not there.",
                    "Choose another file.")));
      }

      @Override
      public Film open(Path file, int frame) {
        List<Film> frames = films.get(file);
        if (frames == null) {
          throw new FilmException(
              ErrorCode.NOT_A_FILM, file, "is no film.", "Choose another file.");
        }
        return frames.get(frame - 1);
      }
    };
  }
}
