package negatoscope.tensor;

import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.rendering.AreaAverage;
import negatoscope.rendering.Rendering;

/**
 * A film as the network sees it: the display values of {@link Rendering#forReading}, shutter
 * included, area averaged to a square in the film's true proportions, then prepared as the options
 * say. Training, classifying and screening all make their input here.
 *
 * @param values side × side grey values, row by row, 0 to 255; owned by this record, not to be
 *     changed
 * @param options how it was made
 * @param geometry which part of the film it covers
 * @param warnings what the choice of the display values says; the film's own warnings are not
 *     repeated
 */
public record FilmTensor(
    float[] values, TensorOptions options, TensorGeometry geometry, List<FilmWarning> warnings) {
  /** Copies the list. */
  public FilmTensor {
    warnings = List.copyOf(warnings);
  }

  /** The tensor of a film. */
  public static FilmTensor of(Film film, TensorOptions options) {
    TensorGeometry geometry =
        TensorGeometry.of(film.width(), film.height(), film.aspect(), options);
    Rendering rendering = Rendering.forReading(film);
    AreaAverage average =
        AreaAverage.of(
            rendering,
            geometry.left(),
            geometry.top(),
            geometry.width(),
            geometry.height(),
            options.side(),
            options.side());
    Prepared.prepare(average.values(), average.darkest(), geometry, options);
    return new FilmTensor(average.values(), options, geometry, rendering.warnings());
  }

  /** Columns and rows. */
  public int side() {
    return options.side();
  }
}
