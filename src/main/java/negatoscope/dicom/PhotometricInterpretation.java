package negatoscope.dicom;

import java.util.Locale;
import java.util.Optional;

/** What the samples of a pixel mean (PS3.3 C.7.6.3.1.2). */
public enum PhotometricInterpretation {
  MONOCHROME1,
  MONOCHROME2,
  PALETTE_COLOR,
  RGB,
  YBR_FULL,
  YBR_FULL_422,
  YBR_ICT,
  YBR_RCT;

  /** By its defined term, blanks and underscores alike; empty for any other text. */
  public static Optional<PhotometricInterpretation> of(String term) {
    String name = term.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (PhotometricInterpretation one : values()) {
      if (one.name().equals(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whether a pixel is one sample that is shown grey. */
  public boolean isGrey() {
    return this == MONOCHROME1 || this == MONOCHROME2;
  }

  /** Samples of a pixel, 1 or 3. */
  public int samples() {
    return isGrey() || this == PALETTE_COLOR ? 1 : 3;
  }
}
