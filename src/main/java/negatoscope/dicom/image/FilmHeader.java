package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmWarning;
import negatoscope.film.ModalityRescale;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Spacing;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;

/** What a data set says about a film beside its pixels. */
final class FilmHeader {
  private final DataSet set;

  FilmHeader(DataSet set) {
    this.set = set;
  }

  /**
   * How the file wants its values shown.
   *
   * @param warnings takes what had to be guessed
   */
  Presentation presentation(PixelFormat format, List<FilmWarning> warnings) {
    List<Window> windows = windows();
    if (!set.items(Tag.MODALITY_LUT_SEQUENCE).isEmpty() && !windows.isEmpty()) {
      windows = List.of();
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.WINDOW_REPLACED,
              "The file's windows are for values of a modality table, which is not applied; the"
                  + " automatic window is used."));
    }
    return new Presentation(
        rescale(),
        windows,
        List.of(),
        polarity(format.photometric()),
        padding(format),
        Optional.empty(),
        List.of());
  }

  /** Rescale Slope and Intercept; a slope of 0 counts as absent. */
  ModalityRescale rescale() {
    double slope = set.number(Tag.RESCALE_SLOPE).filter(Double::isFinite).orElse(1.0);
    double intercept = set.number(Tag.RESCALE_INTERCEPT).filter(Double::isFinite).orElse(0.0);
    return new ModalityRescale(slope == 0 ? 1 : slope, intercept);
  }

  /** Window Center and Width with their names (PS3.3 C.11.2.1.2). */
  List<Window> windows() {
    List<Double> centers = set.numbers(Tag.WINDOW_CENTER);
    List<Double> widths = set.numbers(Tag.WINDOW_WIDTH);
    List<String> names = set.texts(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
    Window.Function function =
        switch (set.text(Tag.VOI_LUT_FUNCTION).toUpperCase(Locale.ROOT)) {
          case "SIGMOID" -> Window.Function.SIGMOID;
          case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
          default -> Window.Function.LINEAR;
        };
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < Math.min(centers.size(), widths.size()); i++) {
      if (Double.isFinite(centers.get(i)) && Double.isFinite(widths.get(i))) {
        String name = i < names.size() ? names.get(i) : "";
        windows.add(new Window(centers.get(i), widths.get(i), name, function));
      }
    }
    return windows;
  }

  /** Presentation LUT Shape decides where it is there (PS3.3 C.11.6), else the photometric one. */
  Polarity polarity(Optional<PhotometricInterpretation> photometric) {
    return switch (set.text(Tag.PRESENTATION_LUT_SHAPE).toUpperCase(Locale.ROOT)) {
      case "INVERSE" -> Polarity.MONOCHROME1;
      case "IDENTITY" -> Polarity.MONOCHROME2;
      default ->
          photometric.equals(Optional.of(PhotometricInterpretation.MONOCHROME1))
              ? Polarity.MONOCHROME1
              : Polarity.MONOCHROME2;
    };
  }

  /** Pixel Padding Value to Pixel Padding Range Limit, in either order (PS3.3 C.7.5.1.1.2). */
  Optional<PaddingRange> padding(PixelFormat format) {
    Optional<Integer> value = stored(Tag.PIXEL_PADDING_VALUE, format);
    Optional<Integer> limit = stored(Tag.PIXEL_PADDING_RANGE_LIMIT, format);
    return value.map(
        first -> {
          int last = limit.orElse(first);
          return new PaddingRange(Math.min(first, last), Math.max(first, last));
        });
  }

  /**
   * The size of a pixel in the patient where the film was calibrated, else at the detector (PS3.3
   * 10.7.1.3, C.8.11.4).
   */
  Optional<Spacing> spacing() {
    String calibration = set.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE);
    double factor =
        set.number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR)
            .filter(value -> value > 0 && Double.isFinite(value))
            .orElse(0.0);
    return spacing(
            Tag.PIXEL_SPACING,
            1,
            calibration.isEmpty()
                ? "PixelSpacing"
                : "PixelSpacing, calibrated (" + calibration + ")")
        .or(
            () ->
                factor > 0
                    ? spacing(
                        Tag.IMAGER_PIXEL_SPACING,
                        factor,
                        "ImagerPixelSpacing divided by EstimatedRadiographicMagnificationFactor")
                    : spacing(Tag.IMAGER_PIXEL_SPACING, 1, "ImagerPixelSpacing (at the detector)"))
        .or(() -> spacing(Tag.NOMINAL_SCANNED_PIXEL_SPACING, 1, "NominalScannedPixelSpacing"));
  }

  /** By View Position, the code of the view, or the direction of the rows. */
  ViewPosition view() {
    String position = set.text(Tag.VIEW_POSITION);
    if (!position.isEmpty()) {
      return viewOf(position);
    }
    String meaning =
        set.items(Tag.VIEW_CODE_SEQUENCE).stream()
            .findFirst()
            .map(item -> item.text(Tag.CODE_MEANING))
            .orElse("");
    if (!meaning.isEmpty()) {
      return viewOf(meaning);
    }
    String rows = set.text(Tag.PATIENT_ORIENTATION);
    return rows.startsWith("A") || rows.startsWith("P")
        ? ViewPosition.LATERAL
        : ViewPosition.UNKNOWN;
  }

  private static ViewPosition viewOf(String said) {
    String words = " " + said.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", " ").strip() + " ";
    if (words.contains("OBLIQUE") || words.contains("DECUBITUS")) {
      return ViewPosition.OTHER;
    }
    if (words.contains(" LATERAL ")
        || words.contains(" LAT ")
        || words.contains(" LL ")
        || words.contains(" RL ")) {
      return ViewPosition.LATERAL;
    }
    if (words.contains(" PA ") || words.contains(" POSTERO ANTERIOR ")) {
      return ViewPosition.PA;
    }
    if (words.contains(" AP ") || words.contains(" ANTERO POSTERIOR ")) {
      return ViewPosition.AP;
    }
    return ViewPosition.OTHER;
  }

  private Optional<Spacing> spacing(int tag, double divisor, String source) {
    List<Double> mm = set.numbers(tag);
    boolean valid = mm.size() >= 2 && mm.stream().allMatch(v -> v > 0 && Double.isFinite(v));
    return valid
        ? Optional.of(new Spacing(mm.get(0) / divisor, mm.get(1) / divisor, source))
        : Optional.empty();
  }

  /** A stored value whatever the sign that its element was written with. */
  private Optional<Integer> stored(int tag, PixelFormat format) {
    return set.number(tag)
        .filter(Double::isFinite)
        .map(
            value -> {
              int bits = value.intValue() << (32 - format.stored());
              return format.signed()
                  ? bits >> (32 - format.stored())
                  : bits >>> (32 - format.stored());
            });
  }
}
