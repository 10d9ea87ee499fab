package negatoscope.command.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatMapSheet;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.tensor.TensorGeometry;

/** Writes heat maps as pictures into one folder, each under a name of its own. */
final class HeatMapPictures {
  /** Below this share of the strongest place the film is left as it is. */
  private static final double THRESHOLD = 0.2;

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
        sheet(film, answer, className).writePng(file);
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

  private HeatMapSheet sheet(Film film, Classification answer, String className) {
    HeatMap map =
        answer
            .heatMap(className, choice.method())
            .orElseThrow(() -> new IllegalStateException("the map was asked for"));
    TensorGeometry place = map.geometry();
    HeatOverlay overlay =
        new HeatOverlay(
            map.values(),
            map.rows(),
            map.columns(),
            place.left(),
            place.top(),
            place.width(),
            place.height(),
            map.greatest(),
            ColourMap.DEFAULT,
            true,
            THRESHOLD);
    return new HeatMapSheet(
        Rendering.forReading(film),
        overlay,
        choice.opacity(),
        new HeatMapSheet.Caption(
            String.valueOf(film.provenance().file().getFileName()),
            className,
            answer.probabilities().get(answer.classes().indexOf(className)),
            choice.method().title(),
            answer.modelName(),
            answer.warnings().stream().map(FilmWarning::message).toList()));
  }
}
