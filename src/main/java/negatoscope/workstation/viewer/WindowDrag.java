package negatoscope.workstation.viewer;

import negatoscope.film.Film;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;

/**
 * Window and level by dragging: to the right the window widens, downwards the picture darkens.
 *
 * <p>One unit of drag is a 400th of the film's own window, so that a film of 8 bits and one of 16
 * feel alike.
 *
 * @param unit modality units a pane unit
 * @param least the least modality value that can be stored
 * @param greatest the greatest one
 */
public record WindowDrag(double unit, double least, double greatest) {
  private static final double UNITS = 400;

  /** How far a drag reaches. */
  public enum Step {
    FINE(0.1),
    NORMAL(1),
    COARSE(4);

    private final double factor;

    Step(double factor) {
      this.factor = factor;
    }
  }

  /** For a film whose own window is the one that the rendering starts with. */
  public static WindowDrag of(Rendering base) {
    Film film = base.film();
    double one = film.modality().apply(film.samples().least());
    double other = film.modality().apply(film.samples().greatest());
    return new WindowDrag(
        base.window().width() / UNITS, Math.min(one, other), Math.max(one, other));
  }

  /**
   * The window after a drag: centre within what can be stored, width from the least valid one to
   * four times that range.
   *
   * @param shown what the drag started from, or its last step
   * @param dx pane units to the right
   * @param dy pane units downwards
   */
  public Window moved(Rendering shown, double dx, double dy, Step step) {
    Window window = shown.window();
    double by = unit * step.factor;
    double darker = turnedOver(shown) ? -1 : 1;
    double center = window.center() + darker * dy * by;
    double width = window.width() + dx * by;
    double range = Math.max(greatest - least, unit);
    return new Window(
        Math.max(least, Math.min(greatest, center)),
        Math.max(narrowest(window.function(), range), Math.min(range * 4, width)),
        "",
        window.function());
  }

  private static double narrowest(Window.Function function, double range) {
    return function == Window.Function.LINEAR ? 1 : range / 65536;
  }

  private static boolean turnedOver(Rendering shown) {
    return shown.film().polarity().inverted() != shown.isInverted();
  }
}
