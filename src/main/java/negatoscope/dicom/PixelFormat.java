package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.FilmWarning;
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
   * @param warnings takes what contradicts itself and was repaired
   * @throws FilmException BAD_DIMENSIONS, TOO_LARGE, BAD_HEADER or UNSUPPORTED_PIXELS
   */
  public static PixelFormat of(Path file, DataSet set, List<FilmWarning> warnings) {
    int height = whole(file, set, Tag.ROWS, 0);
    int width = whole(file, set, Tag.COLUMNS, 0);
    int samples = whole(file, set, Tag.SAMPLES_PER_PIXEL, 1);
    if (samples != 1 && samples != 3) {
      throw bad(file, "Samples per Pixel is %d".formatted(samples));
    }
    FilmSize.check(file, width, height);
    FilmSize.check(file, (long) width * samples, height);
    int allocated = whole(file, set, Tag.BITS_ALLOCATED, 0);
    int stored = whole(file, set, Tag.BITS_STORED, allocated);
    checkBits(file, allocated, stored);
    int sign = whole(file, set, Tag.PIXEL_REPRESENTATION, 0);
    if (sign != 0 && sign != 1) {
      throw bad(file, "Pixel Representation is %d".formatted(sign));
    }
    Optional<PhotometricInterpretation> photometric =
        photometric(file, set, samples, allocated == 8 && stored == 8 && sign == 0);
    if (photometric.equals(Optional.of(PhotometricInterpretation.YBR_FULL_422)) && width % 2 == 1) {
      throw bad(file, "its colours stand for two pixels each, and a row has %d".formatted(width));
    }
    return new PixelFormat(
        width,
        height,
        frames(file, set, warnings),
        samples,
        photometric,
        allocated,
        stored,
        highBit(file, set, allocated, stored, warnings) + 1 - stored,
        sign == 1,
        whole(file, set, Tag.PLANAR_CONFIGURATION, 0) == 1);
  }

  /** Bytes of one uncompressed frame; of YBR_FULL_422 two pixels are four bytes. */
  public long frameBytes() {
    boolean shared = photometric.equals(Optional.of(PhotometricInterpretation.YBR_FULL_422));
    return (long) width * height * (shared ? 2 : samples) * (allocated / 8);
  }

  private static void checkBits(Path file, int allocated, int stored) {
    if (allocated == 1 || allocated == 32 || allocated == 64) {
      throw unsupported(file, "has pixels of %d bits".formatted(allocated));
    }
    if (allocated != 8 && allocated != 16) {
      throw bad(file, "Bits Allocated is %d".formatted(allocated));
    }
    if (stored < 1 || stored > allocated) {
      throw bad(file, "Bits Stored is %d of %d".formatted(stored, allocated));
    }
  }

  private static Optional<PhotometricInterpretation> photometric(
      Path file, DataSet set, int samples, boolean wholeBytes) {
    String term = set.text(Tag.PHOTOMETRIC_INTERPRETATION);
    Optional<PhotometricInterpretation> photometric = PhotometricInterpretation.of(term);
    boolean known = photometric.isPresent() || (term.isEmpty() && samples == 1);
    if (!known || (samples == 3 && !wholeBytes)) {
      throw unsupported(file, "has pixels of %d samples of kind \"%s\"".formatted(samples, term));
    }
    if (photometric.isPresent() && photometric.get().samples() != samples) {
      throw bad(file, "%s has %d samples a pixel".formatted(term, samples));
    }
    return photometric;
  }

  private static int frames(Path file, DataSet set, List<FilmWarning> warnings) {
    int frames = whole(file, set, Tag.NUMBER_OF_FRAMES, 1);
    if (frames < 1) {
      warnings.add(
          repaired("The header says that there are %d frames; one was read.".formatted(frames)));
    }
    return Math.max(1, frames);
  }

  private static int highBit(
      Path file, DataSet set, int allocated, int stored, List<FilmWarning> warnings) {
    int high = whole(file, set, Tag.HIGH_BIT, stored - 1);
    if (high < stored - 1 || high >= allocated) {
      warnings.add(
          repaired(
              "High Bit is %d with %d bits stored; the lowest bits were taken."
                  .formatted(high, stored)));
      return stored - 1;
    }
    return high;
  }

  private static FilmWarning repaired(String sentence) {
    return new FilmWarning(FilmWarning.Code.HEADER_REPAIRED, sentence);
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
        "Export it as a grey film of 8 or 16 bits, or in 8-bit colours.");
  }
}
