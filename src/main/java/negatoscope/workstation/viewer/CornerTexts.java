package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;

/**
 * The lines in the corners of the film; the most important one of each corner stands outermost.
 *
 * @param patient upper left: name, Patient ID; the file's name where it has neither
 * @param study upper right: study date, description
 * @param display lower left: view, size, whether turned over, window, zoom
 * @param notice lower right
 */
public record CornerTexts(
    List<String> patient, List<String> study, List<String> display, List<String> notice) {
  /** What every screen says. */
  public static final String RESEARCH_USE_ONLY = "Research use only";

  /** Without a film. */
  public static final CornerTexts NONE =
      new CornerTexts(List.of(), List.of(), List.of(), List.of(RESEARCH_USE_ONLY));

  /** Copies the lists. */
  public CornerTexts {
    patient = List.copyOf(patient);
    study = List.copyOf(study);
    display = List.copyOf(display);
    notice = List.copyOf(notice);
  }

  /**
   * The texts of a film.
   *
   * @param window as text
   * @param zoom as text
   * @param inverted whether it is turned over against its own polarity
   * @param hidden what of the film's own layers is not seen
   */
  static CornerTexts of(
      Film film, String window, String zoom, boolean inverted, List<String> hidden) {
    Provenance from = film.provenance();
    List<String> who = lines(personName(from.patientName()), from.patientId());
    List<String> what = who.isEmpty() ? lines(String.valueOf(from.file().getFileName())) : who;
    String frame = from.frames() > 1 ? "frame " + from.frame() + " of " + from.frames() : "";
    String size = film.width() + " × " + film.height();
    List<String> display = new ArrayList<>(lines(view(film.view()), size + pixels(film.aspect())));
    display.addAll(hidden);
    display.addAll(lines(inverted ? "Inverted" : "", window, zoom));
    return new CornerTexts(
        Stream.concat(what.stream(), lines(frame).stream()).toList(),
        lines(date(from.studyDate()), from.studyDescription()),
        display,
        List.of(RESEARCH_USE_ONLY));
  }

  private static List<String> lines(String... texts) {
    return Stream.of(texts).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** A DICOM person name (PS3.5 6.2.1.2) as {@code Family, Given Middle}. */
  static String personName(String name) {
    String[] parts = name.split("=", -1)[0].split("\\^", -1);
    String given =
        Stream.of(parts)
            .skip(1)
            .limit(2)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + " " + other)
            .orElse("");
    String family = parts[0].strip();
    return given.isEmpty() || family.isEmpty() ? family + given : family + ", " + given;
  }

  /** {@code YYYYMMDD} as {@code YYYY-MM-DD}; anything else as it is. */
  static String date(String text) {
    return text.matches("\\d{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private static String view(ViewPosition view) {
    return switch (view) {
      case PA, AP -> view.name();
      case LATERAL -> "Lateral";
      case OTHER -> "Other view";
      case UNKNOWN -> "View not stated";
    };
  }

  /** The shape of pixels that are not square, width to height. */
  private static String pixels(double aspect) {
    if (aspect == 1) {
      return "";
    }
    String ratio = aspect > 1 ? "1 : " + ratio(aspect) : ratio(1 / aspect) + " : 1";
    return ", pixels " + ratio;
  }

  private static String ratio(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /** The window in use by its name, if it has one, and its numbers. */
  static String named(Rendering rendering) {
    String numbers = window(rendering.window());
    return rendering.choice().map(choice -> choice.name() + "  ·  " + numbers).orElse(numbers);
  }

  /** {@code C 2048 W 4096}; with decimals only where the window is narrow. */
  static String window(Window window) {
    int decimals = window.width() >= 20 ? 0 : window.width() >= 2 ? 1 : 3;
    String number = "%." + decimals + "f";
    return "C " + format(number, window.center()) + "  W " + format(number, window.width());
  }

  /** Screen pixels a film pixel, as {@code 100 %}. */
  static String zoom(double zoom) {
    double percent = zoom * 100;
    return format(percent >= 10 ? "%.0f %%" : "%.1f %%", percent);
  }

  private static String format(String pattern, double value) {
    String text = String.format(Locale.ROOT, pattern, value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }
}
