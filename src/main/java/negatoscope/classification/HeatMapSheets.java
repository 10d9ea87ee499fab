package negatoscope.classification;

import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatMapSheet;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.tensor.TensorGeometry;

/** Heat maps of an answer as pictures to keep: the same whoever writes them. */
public final class HeatMapSheets {
  /** Opacity where none is asked for. */
  public static final double OPACITY = 0.4;

  /** Below this share of the strongest place the film is left as it is. */
  private static final double THRESHOLD = 0.2;

  private HeatMapSheets() {}

  /**
   * The sheet of one class.
   *
   * @param className one of the answer's classes, whose map was asked for
   * @param opacity of the heat map over the film, 0 to 1
   */
  public static HeatMapSheet of(
      Film film, Classification answer, String className, CamMethod method, double opacity) {
    HeatMap map =
        answer
            .heatMap(className, method)
            .orElseThrow(() -> new IllegalArgumentException("the map was not asked for"));
    return new HeatMapSheet(
        Rendering.forReading(film),
        overlay(map),
        opacity,
        new HeatMapSheet.Caption(
            String.valueOf(film.provenance().file().getFileName()),
            className,
            answer.probabilities().get(answer.classes().indexOf(className)),
            method.title(),
            answer.modelName(),
            answer.warnings().stream().map(FilmWarning::message).toList()));
  }

  private static HeatOverlay overlay(HeatMap map) {
    TensorGeometry place = map.geometry();
    return new HeatOverlay(
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
  }
}
