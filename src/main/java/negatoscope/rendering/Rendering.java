package negatoscope.rendering;

import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import org.jspecify.annotations.Nullable;

/**
 * How a film is shown: which window is used is decided here and nowhere else.
 *
 * <p>The way of a stored value: modality rescale, window, rounding half up to 8 bits, polarity;
 * padding stays black. The window of a film that brings none depends on what it is:
 *
 * <ul>
 *   <li>a picture file of 8 bits (PNG, JPEG, TIFF) already holds display values: they are shown as
 *       they are;
 *   <li>a DICOM film, and a picture file of 16 bits, gets the automatic window: black at the value
 *       that 0.5 % of the samples do not exceed, white at that of 99.5 %.
 * </ul>
 */
public final class Rendering {
  private final Film film;
  private final Voi voi;
  private final boolean inverted;
  private final List<FilmWarning> warnings;

  private Rendering(Film film, Voi voi, boolean inverted, List<FilmWarning> warnings) {
    this.film = film;
    this.voi = voi;
    this.inverted = inverted;
    this.warnings = warnings;
  }

  /** Exactly as the file says: its first window if that is valid, else what a film without gets. */
  public static Rendering asFiled(Film film) {
    boolean usable = !film.windows().isEmpty() && film.windows().get(0).isValid();
    Voi voi = usable ? new Voi.Windowed(film.windows().get(0)) : withoutWindow(film);
    return new Rendering(film, voi, false, List.of());
  }

  /**
   * As the window and the network show it: the first valid window that meets the film's values, so
   * that a film never comes out all black or all white because of its header. Where that is not the
   * file's own choice, {@link #warnings} says {@code WINDOW_REPLACED}.
   */
  public static Rendering forReading(Film film) {
    List<Window> valid = film.windows().stream().filter(Window::isValid).toList();
    if (valid.isEmpty()) {
      return new Rendering(film, withoutWindow(film), false, List.of());
    }
    Voi.Automatic data = Voi.Automatic.of(film);
    for (Window window : valid) {
      Voi.Windowed voi = new Voi.Windowed(window);
      if (!voi.misses(data)) {
        boolean first = window.equals(valid.get(0));
        return new Rendering(film, voi, false, first ? List.of() : replaced("another of its own"));
      }
    }
    return new Rendering(film, data, false, replaced("one that fits its values"));
  }

  private static List<FilmWarning> replaced(String by) {
    return List.of(
        new FilmWarning(
            FilmWarning.Code.WINDOW_REPLACED,
            "The window in the file lies outside the film's values; it was replaced by "
                + by
                + "."));
  }

  private static Voi withoutWindow(Film film) {
    boolean picture = !film.provenance().format().equals("DICOM");
    if (picture && film.samples().bitsAllocated() == 8) {
      double greatest = film.samples().greatest();
      return new Voi.Windowed(
          new Window(greatest / 2, greatest, "as it is", Window.Function.LINEAR_EXACT));
    }
    return Voi.Automatic.of(film);
  }

  /** The same film under another window. */
  public Rendering withWindow(Window window) {
    if (!window.isValid()) {
      throw new IllegalArgumentException("no valid window: " + window);
    }
    return new Rendering(film, new Voi.Windowed(window), inverted, List.of());
  }

  /** The same film under its automatic window. */
  public Rendering automatic() {
    return new Rendering(film, Voi.Automatic.of(film), inverted, List.of());
  }

  /** The same film turned over against its own polarity, or not. */
  public Rendering inverted(boolean turnedOver) {
    return new Rendering(film, voi, turnedOver, warnings);
  }

  /** The film that is shown. */
  public Film film() {
    return film;
  }

  /** The window in use, in modality units; an automatic one as LINEAR_EXACT. */
  public Window window() {
    return voi.window();
  }

  /** Whether the film is turned over against its own polarity. */
  public boolean isInverted() {
    return inverted;
  }

  /** What the reader must know about the choice of the window. */
  public List<FilmWarning> warnings() {
    return warnings;
  }

  /** The grey of each stored value: entry (value − least) is 0 to 255 as an unsigned byte. */
  public byte[] lookupTable() {
    Samples samples = film.samples();
    int least = samples.least();
    byte[] table = new byte[samples.greatest() - least + 1];
    int turn = film.polarity().inverted() != inverted ? 255 : 0;
    for (int i = 0; i < table.length; i++) {
      double grey = voi.grey(film.modality().apply(least + i));
      table[i] = (byte) ((int) Math.floor(grey + 0.5) ^ turn);
    }
    film.padding()
        .ifPresent(
            padding -> {
              for (int i = 0; i < table.length; i++) {
                if (padding.contains(least + i)) {
                  table[i] = 0;
                }
              }
            });
    return table;
  }

  /** The picture in a new array. */
  public GreyPicture render() {
    return render((byte[]) null);
  }

  /** The picture in the given array if that has the right length, else in a new one. */
  public GreyPicture render(byte @Nullable [] reuse) {
    Samples samples = film.samples();
    byte[] pixels =
        reuse != null && reuse.length == samples.count() ? reuse : new byte[samples.count()];
    samples.lookUp(lookupTable(), 0, samples.count(), pixels, 0);
    return new GreyPicture(samples.width(), samples.height(), pixels);
  }

  /**
   * Writes the picture into a larger buffer.
   *
   * @param into takes the pixels
   * @param offset where the first pixel goes
   * @param stride from one row to the next, at least the film's width
   */
  public void render(byte[] into, int offset, int stride) {
    byte[] table = lookupTable();
    for (int row = 0; row < film.height(); row++) {
      film.samples().lookUp(table, row * film.width(), film.width(), into, offset + row * stride);
    }
  }

  /**
   * A small picture of the whole film, area averaged, in its proportions.
   *
   * @param greatestSide of the longer side, in pixels; a smaller film keeps its size
   */
  public GreyPicture preview(int greatestSide) {
    double scale = Math.min(1, greatestSide / (double) Math.max(film.width(), film.height()));
    int width = (int) Math.max(1, Math.round(film.width() * scale));
    int height = (int) Math.max(1, Math.round(film.height() * scale));
    float[] values =
        AreaAverage.of(this, 0, 0, film.width(), film.height(), width, height).values();
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (int) (values[i] + 0.5f);
    }
    return new GreyPicture(width, height, pixels);
  }
}
