package negatoscope.rendering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import negatoscope.film.Film;
import negatoscope.film.LookupTable;
import negatoscope.film.Window;

/** The ways to show a film that are known beforehand: the file's own, then the general ones. */
final class FilmVois {
  /** A window so many times as wide as the film's values leaves too little of the grey scale. */
  private static final double MOST_WIDER = 4;

  private final Film film;

  FilmVois(Film film) {
    this.film = film;
  }

  /** Valid windows, tables, then what can be made of the values; at least two. */
  List<VoiChoice> choices() {
    List<VoiChoice> choices = new ArrayList<>(ofTheFile());
    if (showsDisplayValues()) {
      add(choices, VoiChoice.Kind.AS_IT_IS, 0, "", "As it is");
    }
    add(choices, VoiChoice.Kind.AUTOMATIC, 0, "", "Automatic");
    add(choices, VoiChoice.Kind.FULL_RANGE, 0, "", "Full range");
    return choices;
  }

  private List<VoiChoice> ofTheFile() {
    List<VoiChoice> choices = new ArrayList<>();
    List<Window> windows = film.windows();
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).isValid()) {
        add(
            choices,
            VoiChoice.Kind.WINDOW,
            i,
            windows.get(i).explanation(),
            "Window %d".formatted(i + 1));
      }
    }
    List<LookupTable> tables = film.presentation().tables();
    for (int i = 0; i < tables.size(); i++) {
      add(
          choices,
          VoiChoice.Kind.TABLE,
          i,
          tables.get(i).explanation(),
          "Table %d".formatted(i + 1));
    }
    return choices;
  }

  /** Adds a choice under its explanation, or where that is empty or taken, with its number. */
  private static void add(
      List<VoiChoice> choices, VoiChoice.Kind kind, int index, String explanation, String number) {
    Set<String> taken = new HashSet<>();
    choices.forEach(choice -> taken.add(choice.name()));
    String name = explanation.isBlank() ? number : explanation.strip();
    if (taken.contains(name)) {
      name = "%s (%s)".formatted(name, number);
    }
    choices.add(new VoiChoice(kind, index, name));
  }

  /** Whether the stored values are a picture already: 8 bits of a picture file, or colours. */
  private boolean showsDisplayValues() {
    return film.colour().isPresent()
        || (!film.provenance().format().equals("DICOM") && film.samples().bitsAllocated() == 8);
  }

  /** The choice that the standard prescribes: first window if valid, first table, automatic. */
  VoiChoice filed() {
    List<Window> windows = film.windows();
    boolean windowed = !windows.isEmpty() && windows.get(0).isValid();
    boolean tabled = !film.presentation().tables().isEmpty();
    return first(
        windowed ? VoiChoice.Kind.WINDOW : tabled ? VoiChoice.Kind.TABLE : withoutWindow());
  }

  /** The choice for a film that asks for none. */
  VoiChoice general() {
    return first(withoutWindow());
  }

  private VoiChoice.Kind withoutWindow() {
    return showsDisplayValues() ? VoiChoice.Kind.AS_IT_IS : VoiChoice.Kind.AUTOMATIC;
  }

  private VoiChoice first(VoiChoice.Kind kind) {
    return choices().stream().filter(choice -> choice.kind() == kind).findFirst().orElseThrow();
  }

  /** What the file itself offers, the one that it wants first. */
  List<VoiChoice> inOrder() {
    List<VoiChoice> offered = ofTheFile();
    VoiChoice filed = filed();
    if (offered.remove(filed)) {
      offered.add(0, filed);
    }
    return offered;
  }

  /** What a choice means for this film. */
  Voi voi(VoiChoice choice) {
    return switch (choice.kind()) {
      case WINDOW -> new Voi.Windowed(film.windows().get(choice.index()), false);
      case TABLE -> new Voi.Tabled(film.presentation().tables().get(choice.index()));
      case AS_IT_IS -> {
        double greatest = film.samples().greatest();
        yield new Voi.Windowed(
            new Window(greatest / 2, greatest, choice.name(), Window.Function.LINEAR_EXACT), false);
      }
      case AUTOMATIC -> {
        Spread spread = Spread.of(film);
        yield new Voi.Ramp(spread.lo(), spread.hi(), choice.name(), falling());
      }
      case FULL_RANGE -> {
        Spread spread = Spread.of(film);
        yield new Voi.Ramp(spread.least(), spread.greatest(), choice.name(), falling());
      }
    };
  }

  /** Whether the file wants high values dark by a table; a window made here must agree. */
  private boolean falling() {
    VoiChoice filed = filed();
    return filed.kind() == VoiChoice.Kind.TABLE
        && film.presentation().tables().get(filed.index()).falling();
  }

  /** How a way of showing the film misses its values. */
  enum Fit {
    FITS,
    /** All black, or all white. */
    BESIDE,
    /** The film's values take up little of it, and a small change would lose them. */
    TOO_WIDE
  }

  /** Whether a window or table suits values that spread so. */
  static Fit fit(Voi voi, Spread spread) {
    double range = spread.hi() - spread.lo();
    if (range == 0) {
      Window window = voi.window();
      double reach = window.width() / 2;
      boolean beside =
          voi instanceof Voi.Windowed
              && (window.center() - reach > spread.hi() || window.center() + reach < spread.lo());
      return beside ? Fit.BESIDE : Fit.FITS;
    }
    if (voi.flattens(spread.lo(), spread.hi())) {
      return Fit.BESIDE;
    }
    return voi.window().width() > MOST_WIDER * range ? Fit.TOO_WIDE : Fit.FITS;
  }
}
