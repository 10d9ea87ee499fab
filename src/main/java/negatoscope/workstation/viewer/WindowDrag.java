package negatoscope.workstation.viewer;

import negatoscope.film.Film;
import negatoscope.film.ModalityTable;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;

/**
 * Window and level by dragging: to the right the window widens, downwards the picture darkens.
 *
 * <p>One unit of drag is a 400th of the window that it starts from, so that a film of 8 bits and
 * one of 16 feel alike.
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

  /** For a drag that starts from the given rendering's window. */
  public static WindowDrag of(Rendering base) {
    Film film = base.film();
    double least = film.modality().apply(film.samples().least());
    double greatest = least;
    if (film.modality() instanceof ModalityTable made) {
      for (int i = 0; i < made.table().size(); i++) {
        least = Math.min(least, made.table().entry(i));
        greatest = Math.max(greatest, made.table().entry(i));
      }
    } else {
      double other = film.modality().apply(film.samples().greatest());
      greatest = Math.max(least, other);
      least = Math.min(least, other);
    }
    return new WindowDrag(base.window().width() / UNITS, least, greatest);
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
    double darker = shown.isDarkOnBright() ? -1 : 1;
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
}
