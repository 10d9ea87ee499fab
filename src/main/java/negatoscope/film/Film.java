package negatoscope.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One radiograph as it is stored: samples, how the file wants them shown, geometry and where it
 * comes from. Nothing here depends on how it is shown.
 *
 * @param samples stored samples; of a colour film its luma
 * @param colour the colours of a film that is not grey
 * @param presentation from stored values to what is seen
 * @param aspect height of a pixel divided by its width; 1 for square pixels (PS3.3 C.7.6.3.1.7, or
 *     from the spacing)
 * @param spacing size of a pixel, where the file says so
 * @param view from where the film was taken
 * @param provenance file and patient
 * @param warnings what was guessed or repaired when it was read
 */
public record Film(
    Samples samples,
    Optional<ColourPixels> colour,
    Presentation presentation,
    double aspect,
    Optional<Spacing> spacing,
    ViewPosition view,
    Provenance provenance,
    List<FilmWarning> warnings) {

  /** Copies the list. */
  public Film {
    warnings = List.copyOf(warnings);
    if (!(aspect > 0) || Double.isInfinite(aspect)) {
      throw new IllegalArgumentException("no aspect: " + aspect);
    }
  }

  /** A grey film of square pixels and unknown size that says how it is shown. */
  public static Film grey(Samples samples, Presentation presentation, Provenance provenance) {
    return new Film(
        samples,
        Optional.empty(),
        presentation,
        1,
        Optional.empty(),
        ViewPosition.UNKNOWN,
        provenance,
        List.of());
  }

  /** A film read from a picture file that carries nothing but samples. */
  public static Film ofPicture(Samples samples, Provenance provenance) {
    return grey(samples, Presentation.PLAIN, provenance);
  }

  /** Columns. */
  public int width() {
    return samples.width();
  }

  /** Rows. */
  public int height() {
    return samples.height();
  }

  /** From stored to modality values. */
  public Modality modality() {
    return presentation.modality();
  }

  /** The file's VOI windows. */
  public List<Window> windows() {
    return presentation.windows();
  }

  /** Whether the greatest value is shown white. */
  public Polarity polarity() {
    return presentation.polarity();
  }

  /** Stored values that are no picture. */
  public Optional<PaddingRange> padding() {
    return presentation.padding();
  }

  /** The same film with one more warning. */
  public Film with(FilmWarning warning) {
    List<FilmWarning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Film(samples, colour, presentation, aspect, spacing, view, provenance, more);
  }

  /** The same film with other grey samples and no colour; their shape must be the same. */
  public Film withSamples(Samples others) {
    return new Film(
        others, Optional.empty(), presentation, aspect, spacing, view, provenance, warnings);
  }

  /** The same film, to be shown in another way. */
  public Film withPresentation(Presentation other) {
    return new Film(samples, colour, other, aspect, spacing, view, provenance, warnings);
  }

  /** The same film with pixels of another shape. */
  public Film withAspect(double other) {
    return new Film(samples, colour, presentation, other, spacing, view, provenance, warnings);
  }

  /** The same film taken from another side. */
  public Film withView(ViewPosition other) {
    return new Film(samples, colour, presentation, aspect, spacing, other, provenance, warnings);
  }
}
