package negatoscope.rendering;

import java.util.List;
import java.util.Optional;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import org.jspecify.annotations.Nullable;

/**
 * How a film is shown: which window or table is used is decided here and nowhere else.
 *
 * <p>The way of a stored value: modality rescale or table, VOI window or table, rounding half up to
 * 8 bits, polarity; padding is black. Then the film's shutter covers what it hides. What a film
 * gets that asks for no window depends on what it is:
 *
 * <ul>
 *   <li>a picture file of 8 bits (PNG, JPEG, TIFF) and a film in colour already hold display
 *       values: they are shown as they are;
 *   <li>a grey DICOM film, and a picture file of 16 bits, gets the automatic window: black at the
 *       value that 0.5 % of the samples do not exceed, white at that of 99.5 %.
 * </ul>
 *
 * <p>Overlays of the file are not drawn here; see {@link OverlayMask}. Pixels keep the film's grid,
 * whatever their shape, but for {@link #preview}.
 */
public final class Rendering {
  private final Film film;
  private final Voi voi;
  private final Optional<VoiChoice> choice;
  private final boolean inverted;
  private final List<FilmWarning> warnings;

  private Rendering(
      Film film,
      Voi voi,
      Optional<VoiChoice> choice,
      boolean inverted,
      List<FilmWarning> warnings) {
    this.film = film;
    this.voi = voi;
    this.choice = choice;
    this.inverted = inverted;
    this.warnings = warnings;
  }

  private static Rendering of(Film film, VoiChoice choice, List<FilmWarning> warnings) {
    return new Rendering(
        film, new FilmVois(film).voi(choice), Optional.of(choice), false, warnings);
  }

  /**
   * Exactly as the file says: its first window if that is valid, else its first table, else what a
   * film without either gets.
   */
  public static Rendering asFiled(Film film) {
    return of(film, new FilmVois(film).filed(), List.of());
  }

  /**
   * As the window and the network show it: the first of the file's valid windows and tables that
   * suits the film's values, so that a film never comes out all black or all white because of its
   * header, and a small change of the window does not lose it. Where that is not the file's own
   * first choice, {@link #warnings} says {@code WINDOW_REPLACED}.
   */
  public static Rendering forReading(Film film) {
    FilmVois vois = new FilmVois(film);
    List<VoiChoice> offered = vois.inOrder();
    if (offered.isEmpty() || film.colour().isPresent()) {
      return of(film, vois.general(), List.of());
    }
    Spread spread = Spread.of(film);
    for (VoiChoice choice : offered) {
      if (FilmVois.fit(vois.voi(choice), spread) == FilmVois.Fit.FITS) {
        boolean first = choice.equals(offered.get(0));
        return of(
            film,
            choice,
            first ? List.of() : List.of(replaced(vois, offered.get(0), spread, choice)));
      }
    }
    VoiChoice automatic = vois.general();
    return of(film, automatic, List.of(replaced(vois, offered.get(0), spread, automatic)));
  }

  private static FilmWarning replaced(
      FilmVois vois, VoiChoice wanted, Spread spread, VoiChoice instead) {
    String what = wanted.kind() == VoiChoice.Kind.TABLE ? "VOI table" : "window";
    boolean wide = FilmVois.fit(vois.voi(wanted), spread) == FilmVois.Fit.TOO_WIDE;
    String why = wide ? "is far wider than the film's values" : "leaves the film without contrast";
    boolean own = instead.kind() == VoiChoice.Kind.WINDOW || instead.kind() == VoiChoice.Kind.TABLE;
    String by = own ? "another of its own, " + instead.name() : "one that fits the film's values";
    return new FilmWarning(
        FilmWarning.Code.WINDOW_REPLACED,
        "The file's %s %s; it was replaced by %s.".formatted(what, why, by));
  }

  /** The same film under another window. */
  public Rendering withWindow(Window window) {
    if (!window.isValid()) {
      throw new IllegalArgumentException("no valid window: " + window);
    }
    return new Rendering(
        film, new Voi.Windowed(window, voi.falling()), Optional.empty(), inverted, List.of());
  }

  /** The same film under its automatic window. */
  public Rendering automatic() {
    return choices().stream()
        .filter(each -> each.kind() == VoiChoice.Kind.AUTOMATIC)
        .map(this::withChoice)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What the film can be shown by, in this order: the file's valid windows, its tables, then
   * windows made for it. At least two.
   */
  public List<VoiChoice> choices() {
    return new FilmVois(film).choices();
  }

  /** The choice in use; empty where the window is another one. */
  public Optional<VoiChoice> choice() {
    return choice;
  }

  /** The same film by one of its {@link #choices}. */
  public Rendering withChoice(VoiChoice chosen) {
    return new Rendering(
        film, new FilmVois(film).voi(chosen), Optional.of(chosen), inverted, List.of());
  }

  /** The same film turned over against its own polarity, or not. */
  public Rendering inverted(boolean turnedOver) {
    return new Rendering(film, voi, choice, turnedOver, warnings);
  }

  /** The film that is shown. */
  public Film film() {
    return film;
  }

  /**
   * The window in use, in modality units; of an automatic one as LINEAR_EXACT, of a table the
   * window over the values for which its entries differ.
   */
  public Window window() {
    return voi.window();
  }

  /** Whether the film is turned over against its own polarity. */
  public boolean isInverted() {
    return inverted;
  }

  /** Whether high values are shown dark: by polarity, inversion and table together. */
  public boolean isDarkOnBright() {
    return (film.polarity().inverted() != inverted) != voi.falling();
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
    int count = film.samples().count();
    byte[] pixels = reuse != null && reuse.length == count ? reuse : new byte[count];
    render(pixels, 0, film.width());
    return new GreyPicture(film.width(), film.height(), pixels);
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
    Covering covering = Covering.of(film);
    for (int row = 0; row < film.height(); row++) {
      int at = offset + row * stride;
      film.samples().lookUp(table, row * film.width(), film.width(), into, at);
      covering.apply(row, into, at, 1);
    }
  }

  /**
   * The picture of a film in colour: each channel through the same table as a grey film's values,
   * so that it is shown as it is under its own window.
   *
   * @throws IllegalStateException where the film is grey
   */
  public ColourPicture renderColour() {
    ColourPixels colour =
        film.colour().orElseThrow(() -> new IllegalStateException("the film is grey"));
    byte[] table = lookupTable();
    byte[] rgb = new byte[colour.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = table[colour.rgb()[i] & 0xFF];
    }
    Covering covering = Covering.of(film);
    for (int row = 0; row < film.height(); row++) {
      covering.apply(row, rgb, 3 * row * film.width(), 3);
    }
    return new ColourPicture(film.width(), film.height(), rgb);
  }

  /**
   * A small picture of the whole film, area averaged, in its true proportions.
   *
   * @param greatestSide of the longer side, in pixels; a smaller film keeps its size
   */
  public GreyPicture preview(int greatestSide) {
    double seenHeight = film.height() * film.aspect();
    double scale = Math.min(1, greatestSide / Math.max(film.width(), seenHeight));
    int width = (int) Math.max(1, Math.round(film.width() * scale));
    int height = (int) Math.max(1, Math.round(seenHeight * scale));
    float[] values =
        AreaAverage.of(this, 0, 0, film.width(), film.height(), width, height).values();
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (int) (values[i] + 0.5f);
    }
    return new GreyPicture(width, height, pixels);
  }
}
