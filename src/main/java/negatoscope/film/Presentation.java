package negatoscope.film;

import java.util.List;
import java.util.Optional;

/**
 * How the file wants its stored values shown (PS3.3 C.11). Which of it is followed, {@code
 * rendering} decides.
 *
 * @param modality from stored to modality values
 * @param windows the file's VOI windows in its order; may be empty or invalid
 * @param tables the items of its VOI LUT Sequence in their order
 * @param polarity whether the greatest value is shown white
 * @param padding stored values that are no picture
 * @param shutter what is covered
 * @param overlays planes to draw over the film, by group
 */
public record Presentation(
    Modality modality,
    List<Window> windows,
    List<LookupTable> tables,
    Polarity polarity,
    Optional<PaddingRange> padding,
    Optional<Shutter> shutter,
    List<Overlay> overlays) {
  /** Of a picture file that says nothing: values as they are, the greatest one white. */
  public static final Presentation PLAIN = of(ModalityRescale.IDENTITY, Polarity.MONOCHROME2);

  /** Copies the lists. */
  public Presentation {
    windows = List.copyOf(windows);
    tables = List.copyOf(tables);
    overlays = List.copyOf(overlays);
  }

  /** A film with a way to modality values, a polarity, maybe windows, and nothing else. */
  public static Presentation of(Modality modality, Polarity polarity, Window... windows) {
    return new Presentation(
        modality,
        List.of(windows),
        List.of(),
        polarity,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same with other windows. */
  public Presentation withWindows(List<Window> others) {
    return new Presentation(modality, others, tables, polarity, padding, shutter, overlays);
  }

  /** The same with other VOI tables. */
  public Presentation withTables(List<LookupTable> others) {
    return new Presentation(modality, windows, others, polarity, padding, shutter, overlays);
  }

  /** The same with padding. */
  public Presentation withPadding(PaddingRange range) {
    return new Presentation(
        modality, windows, tables, polarity, Optional.of(range), shutter, overlays);
  }

  /** The same with a shutter. */
  public Presentation withShutter(Shutter other) {
    return new Presentation(
        modality, windows, tables, polarity, padding, Optional.of(other), overlays);
  }

  /** The same with other overlays. */
  public Presentation withOverlays(List<Overlay> others) {
    return new Presentation(modality, windows, tables, polarity, padding, shutter, others);
  }
}
