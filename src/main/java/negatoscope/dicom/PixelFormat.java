package negatoscope.dicom;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.task.ErrorCode;

/**
 * How pixels are laid out (PS3.3 C.7.6.3): checked before any of them is touched.
 *
 * @param width columns
 * @param height rows
 * @param frames Number of Frames, at least 1
 * @param samples samples per pixel, 1 or 3
 * @param photometric what they mean; empty where the file does not say
 * @param allocated bits of a sample in the file, 8 or 16
 * @param stored bits that carry the value
 * @param shift bits below the value: High Bit + 1 − Bits Stored
 * @param signed whether Pixel Representation is 1
 * @param planar whether the three colours follow each other plane by plane
 */
public record PixelFormat(
    int width,
    int height,
    int frames,
    int samples,
    Optional<PhotometricInterpretation> photometric,
    int allocated,
    int stored,
    int shift,
    boolean signed,
    boolean planar) {

  /**
   * Reads and checks the Image Pixel attributes.
   *
   * @throws FilmException BAD_DIMENSIONS, TOO_LARGE, BAD_HEADER or UNSUPPORTED_PIXELS
   */
  public static PixelFormat of(Path file, DataSet set) {
    int height = whole(file, set, Tag.ROWS, 0);
    int width = whole(file, set, Tag.COLUMNS, 0);
    FilmSize.check(file, width, height);
    int samples = whole(file, set, Tag.SAMPLES_PER_PIXEL, 1);
    int allocated = whole(file, set, Tag.BITS_ALLOCATED, 0);
    int stored = whole(file, set, Tag.BITS_STORED, allocated);
    int high = whole(file, set, Tag.HIGH_BIT, stored - 1);
    int sign = whole(file, set, Tag.PIXEL_REPRESENTATION, 0);
    String term = set.text(Tag.PHOTOMETRIC_INTERPRETATION);
    Optional<PhotometricInterpretation> photometric = PhotometricInterpretation.of(term);
    if (samples != 1 && samples != 3) {
      throw bad(file, "Samples per Pixel is %d".formatted(samples));
    }
    if (allocated == 1 || allocated == 32 || allocated == 64) {
      throw unsupported(file, "has pixels of %d bits".formatted(allocated));
    }
    if (allocated != 8 && allocated != 16) {
      throw bad(file, "Bits Allocated is %d".formatted(allocated));
    }
    if (stored < 1 || stored > allocated) {
      throw bad(file, "Bits Stored is %d of %d".formatted(stored, allocated));
    }
    if (high < stored - 1 || high >= allocated) {
      throw bad(file, "High Bit is %d with %d bits stored".formatted(high, stored));
    }
    if (sign != 0 && sign != 1) {
      throw bad(file, "Pixel Representation is %d".formatted(sign));
    }
    boolean grey = photometric.map(PhotometricInterpretation::isGrey).orElse(term.isEmpty());
    boolean rgb = photometric.equals(Optional.of(PhotometricInterpretation.RGB));
    boolean bytes = allocated == 8 && stored == 8 && sign == 0;
    if (!(samples == 1 ? grey : rgb && bytes)) {
      throw unsupported(file, "has %d-bit pixels of kind %s".formatted(stored, term));
    }
    int frames = Math.max(1, whole(file, set, Tag.NUMBER_OF_FRAMES, 1));
    boolean planar = whole(file, set, Tag.PLANAR_CONFIGURATION, 0) == 1;
    return new PixelFormat(
        width,
        height,
        frames,
        samples,
        photometric,
        allocated,
        stored,
        high + 1 - stored,
        sign == 1,
        planar);
  }

  /** Bytes of one uncompressed frame. */
  public long frameBytes() {
    return (long) width * height * samples * (allocated / 8);
  }

  private static int whole(Path file, DataSet set, int tag, int missing) {
    double value = set.number(tag).orElse((double) missing);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw bad(file, Dictionary.standard().keyword(tag) + " is no whole number");
    }
    return (int) value;
  }

  private static FilmException bad(Path file, String what) {
    return new FilmException(
        ErrorCode.BAD_HEADER,
        file,
        "contradicts itself: " + what + ".",
        "Export the film again from where it comes from.");
  }

  private static FilmException unsupported(Path file, String what) {
    return new FilmException(
        ErrorCode.UNSUPPORTED_PIXELS,
        file,
        what + ", which are not read.",
        "Export it as a grey film of 8 or 16 bits.");
  }
}
