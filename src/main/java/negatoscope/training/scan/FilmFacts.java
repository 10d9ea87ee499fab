package negatoscope.training.scan;

import java.util.List;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import negatoscope.tensor.FilmFingerprint;

/**
 * What a film says beside its label, and by what its copies are known.
 *
 * @param sha256 of the file, in hexadecimal
 * @param width columns
 * @param height rows
 * @param format of the file, such as {@code JPEG}
 * @param encoding transfer syntax, or bit depth and colour type
 * @param view as the file states it
 * @param patientId Patient ID; empty where the file does not say
 * @param borderMean grey value of the outermost strip, 0 to 255
 * @param borderSpread its standard deviation
 * @param warnings what was noticed about the film when it was opened and looked at
 * @param fingerprint what the film looks like
 */
public record FilmFacts(
    String sha256,
    int width,
    int height,
    String format,
    String encoding,
    ViewPosition view,
    String patientId,
    double borderMean,
    double borderSpread,
    List<FilmWarning.Code> warnings,
    FilmFingerprint fingerprint) {
  /** Copies the list. */
  public FilmFacts {
    warnings = List.copyOf(warnings);
  }
}
