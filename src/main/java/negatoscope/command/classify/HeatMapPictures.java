package negatoscope.command.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMapSheets;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Writes heat maps as pictures into one folder, each under a name of its own. */
final class HeatMapPictures {
  private final HeatMapChoice choice;
  private final FilmNames names = new FilmNames();

  HeatMapPictures(HeatMapChoice choice) {
    this.choice = choice;
  }

  /** Of which classes pictures are drawn. */
  ClassChoice classes() {
    return choice.classes();
  }

  /** The maps that the network has to make. */
  Set<CamMethod> methods() {
    return Set.of(choice.method());
  }

  /**
   * Writes the pictures of one film.
   *
   * @return the files by class
   * @throws Failure {@code NOT_WRITABLE}
   */
  Map<String, Path> write(Film film, Classification answer) {
    Map<String, Path> written = new LinkedHashMap<>();
    String stem = FilmNames.stem(film);
    try {
      Files.createDirectories(choice.folder());
      for (String className : choice.classes().of(answer)) {
        Path file =
            choice.folder().resolve(names.unused(stem + "-" + FilmNames.safe(className)) + ".png");
        HeatMapSheets.of(film, answer, className, choice.method(), choice.opacity()).writePng(file);
        written.put(className, file);
      }
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_WRITABLE,
          "The heat maps of " + stem + " could not be written to " + choice.folder() + ".",
          "Name a folder that may be written to, with room on its disk.",
          e);
    }
    return written;
  }
}
