package negatoscope.dicom.image;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.film.LookupTable;
import negatoscope.film.Modality;
import negatoscope.film.ModalityRescale;
import negatoscope.film.ModalityTable;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Window;

/** How a data set wants its grey values shown (PS3.3 C.11.1, C.11.2, C.11.6). */
final class PresentationHeader {
  /** Modality values beyond this mean nothing and would break the arithmetic. */
  private static final double MOST = 1e12;

  private final DataSet set;
  private final PixelFormat format;
  private final Repairs repairs;
  private final TableReader tables;

  PresentationHeader(DataSet set, PixelFormat format, Repairs repairs) {
    this.set = set;
    this.format = format;
    this.repairs = repairs;
    this.tables = new TableReader(repairs);
  }

  /** Everything but shutter and overlays. */
  Presentation read() {
    Modality modality = modality();
    return new Presentation(
        modality,
        windows(),
        voiTables(modality),
        polarity(),
        padding(),
        Optional.empty(),
        List.of());
  }

  private int least() {
    return format.signed() ? -(1 << (format.stored() - 1)) : 0;
  }

  private int greatest() {
    return least() + (1 << format.stored()) - 1;
  }

  /** The first item of the Modality LUT Sequence, else slope and intercept. */
  Modality modality() {
    List<DataSet> items = set.items(Tag.MODALITY_LUT_SEQUENCE);
    Optional<Modality> table =
        items.isEmpty()
            ? Optional.empty()
            : tables
                .item(items.get(0), "The modality table", least(), greatest())
                .map(ModalityTable::new);
    return table.orElseGet(this::rescale);
  }

  private ModalityRescale rescale() {
    double slope = set.number(Tag.RESCALE_SLOPE).orElse(1.0);
    double intercept = set.number(Tag.RESCALE_INTERCEPT).orElse(0.0);
    double reach = Math.abs(slope) * (1 << 16) + Math.abs(intercept);
    if (slope == 0 || !(reach < MOST)) {
      repairs.repaired(
          "Rescale Slope %s and Intercept %s are no use; stored values were taken as they are."
              .formatted(set.text(Tag.RESCALE_SLOPE), set.text(Tag.RESCALE_INTERCEPT)));
      return ModalityRescale.IDENTITY;
    }
    return new ModalityRescale(slope, intercept);
  }

  /** Window Center and Width with their names; valid or not, but numbers. */
  List<Window> windows() {
    List<Double> centers = set.numbers(Tag.WINDOW_CENTER);
    List<Double> widths = set.numbers(Tag.WINDOW_WIDTH);
    List<String> names = set.texts(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
    Window.Function function = centers.isEmpty() ? Window.Function.LINEAR : function();
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < Math.max(centers.size(), widths.size()); i++) {
      double center = i < centers.size() ? centers.get(i) : Double.NaN;
      double width = i < widths.size() ? widths.get(i) : Double.NaN;
      if (!(Math.abs(center) < MOST && Math.abs(width) < MOST)) {
        repairs.repaired("Window %d of the file is not made of two numbers.".formatted(i + 1));
        continue;
      }
      Window window = new Window(center, width, i < names.size() ? names.get(i) : "", function);
      if (!window.isValid()) {
        repairs.repaired(
            "Window %d of the file has the width %s, which is not allowed; it is not used."
                .formatted(i + 1, set.texts(Tag.WINDOW_WIDTH).get(i)));
      }
      windows.add(window);
    }
    return windows;
  }

  private Window.Function function() {
    String said = set.text(Tag.VOI_LUT_FUNCTION).toUpperCase(Locale.ROOT);
    for (Window.Function function : Window.Function.values()) {
      if (function.name().equals(said)) {
        return function;
      }
    }
    if (!said.isEmpty()) {
      repairs.repaired("VOI LUT Function \"%s\" is unknown; LINEAR was taken.".formatted(said));
    }
    return Window.Function.LINEAR;
  }

  private List<LookupTable> voiTables(Modality modality) {
    List<DataSet> items = set.items(Tag.VOI_LUT_SEQUENCE);
    if (items.isEmpty()) {
      return List.of();
    }
    DoubleSummaryStatistics values =
        IntStream.rangeClosed(least(), greatest()).mapToDouble(modality::apply).summaryStatistics();
    List<LookupTable> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String called = "VOI table %d".formatted(i + 1);
      tables.item(items.get(i), called, values.getMin(), values.getMax()).ifPresent(read::add);
    }
    return read;
  }

  /** Presentation LUT Shape decides where it is there (PS3.3 C.11.6), else the photometric one. */
  Polarity polarity() {
    Optional<PhotometricInterpretation> photometric = format.photometric();
    boolean turned = photometric.equals(Optional.of(PhotometricInterpretation.MONOCHROME1));
    String shape = set.text(Tag.PRESENTATION_LUT_SHAPE).toUpperCase(Locale.ROOT);
    boolean inverse = shape.equals("INVERSE");
    if (!inverse && !shape.equals("IDENTITY")) {
      if (photometric.isEmpty()) {
        repairs.guessedPolarity(
            "The file does not say whether high values are white; they are shown white.");
      }
      return turned ? Polarity.MONOCHROME1 : Polarity.MONOCHROME2;
    }
    if (photometric.isPresent() && turned != inverse) {
      repairs.guessedPolarity(
          "Photometric Interpretation %s and Presentation LUT Shape %s contradict each other; the"
                  .formatted(photometric.get(), shape)
              + " shape was followed.");
    }
    return inverse ? Polarity.MONOCHROME1 : Polarity.MONOCHROME2;
  }

  /** Pixel Padding Value to Pixel Padding Range Limit, in either order (PS3.3 C.7.5.1.1.2). */
  Optional<PaddingRange> padding() {
    Optional<Integer> value = stored(Tag.PIXEL_PADDING_VALUE);
    Optional<Integer> limit = stored(Tag.PIXEL_PADDING_RANGE_LIMIT);
    if (value.isEmpty() && limit.isPresent()) {
      repairs.repaired("A limit for padding without a padding value was left out.");
    }
    return value.map(
        first -> {
          int last = limit.orElse(first);
          return new PaddingRange(Math.min(first, last), Math.max(first, last));
        });
  }

  /** A stored value whatever the sign that its element was written with. */
  private Optional<Integer> stored(int tag) {
    return set.number(tag)
        .filter(Double::isFinite)
        .map(
            value -> {
              int left = Integer.SIZE - format.stored();
              int bits = value.intValue() << left;
              return format.signed() ? bits >> left : bits >>> left;
            });
  }
}
