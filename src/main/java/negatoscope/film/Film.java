package negatoscope.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One radiograph as it is stored: samples, how to turn them into modality values, the windows that
 * the file offers, polarity, geometry and where it comes from. Nothing here depends on how it is
 * shown.
 *
 * @param samples stored samples
 * @param modality from stored to modality values
 * @param windows the file's VOI windows in its order; may be empty or invalid, {@code rendering}
 *     decides
 * @param polarity whether the greatest value is shown white
 * @param padding stored values that are no picture (Pixel Padding Value to Range Limit)
 * @param spacing size of a pixel, where the file says so
 * @param view from where the film was taken
 * @param provenance file and patient
 * @param warnings what was guessed or repaired when it was read
 */
public record Film(
    Samples samples,
    ModalityRescale modality,
    List<Window> windows,
    Polarity polarity,
    Optional<PaddingRange> padding,
    Optional<Spacing> spacing,
    ViewPosition view,
    Provenance provenance,
    List<FilmWarning> warnings) {

  /**
   * Stored values, from least to greatest, both included, that stand for "no picture here" (PS3.3
   * C.7.5.1.1.2).
   */
  public record PaddingRange(int least, int greatest) {
    /** Whether a stored value is padding. */
    public boolean contains(int stored) {
      return stored >= least && stored <= greatest;
    }
  }

  /** Copies the lists. */
  public Film {
    windows = List.copyOf(windows);
    warnings = List.copyOf(warnings);
  }

  /** A film read from a picture file that carries nothing but samples. */
  public static Film ofPicture(Samples samples, Provenance provenance) {
    return new Film(
        samples,
        ModalityRescale.IDENTITY,
        List.of(),
        Polarity.MONOCHROME2,
        Optional.empty(),
        Optional.empty(),
        ViewPosition.UNKNOWN,
        provenance,
        List.of());
  }

  /** Columns. */
  public int width() {
    return samples.width();
  }

  /** Rows. */
  public int height() {
    return samples.height();
  }

  /** The same film with one more warning. */
  public Film with(FilmWarning warning) {
    List<FilmWarning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Film(samples, modality, windows, polarity, padding, spacing, view, provenance, more);
  }
}
