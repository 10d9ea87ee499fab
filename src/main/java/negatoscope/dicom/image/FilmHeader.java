package negatoscope.dicom.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmWarning;
import negatoscope.film.Spacing;
import negatoscope.film.ViewPosition;

/** What a data set says about the place and size of a film's pixels in the world. */
final class FilmHeader {
  /** No detector has pixels of which one side is so many times the other. */
  private static final double MOST_ASPECT = 16;

  /** Below one pixel in a thousand nobody sees a difference, but resampling blurs. */
  private static final double SQUARE = 0.001;

  private final DataSet set;

  FilmHeader(DataSet set) {
    this.set = set;
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

  /**
   * Height of a pixel divided by its width: from its spacing, else Pixel Aspect Ratio (PS3.3
   * C.7.6.3.1.7); 1 where that is as good as square.
   */
  double aspect(Repairs repairs) {
    Optional<Spacing> spacing = spacing();
    List<Double> ratio = set.numbers(Tag.PIXEL_ASPECT_RATIO);
    if (spacing.isEmpty() && ratio.isEmpty()) {
      return 1;
    }
    double aspect =
        spacing
            .map(mm -> mm.rowMm() / mm.columnMm())
            .orElse(ratio.size() < 2 ? Double.NaN : ratio.get(0) / ratio.get(1));
    if (!(aspect >= 1 / MOST_ASPECT && aspect <= MOST_ASPECT)) {
      repairs.repaired("The shape of the film's pixels makes no sense; they are shown square.");
      return 1;
    }
    return Math.abs(aspect - 1) < SQUARE ? 1 : aspect;
  }

  /** A warning where Burned In Annotation (PS3.3 C.7.6.1.1) says that words are in the picture. */
  Optional<FilmWarning> burnedIn() {
    return set.text(Tag.BURNED_IN_ANNOTATION).equals("YES")
        ? Optional.of(
            new FilmWarning(
                FilmWarning.Code.BURNED_IN_TEXT,
                "The file says that words are burned into this film; they may name a patient, and"
                    + " the network may go by them."))
        : Optional.empty();
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
}
