package negatoscope.dicom.object;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;

/**
 * Pixels as an object holds them (PS3.3 C.7.6.3).
 *
 * <p>The array handed in belongs to this object from then on.
 *
 * @param width columns
 * @param height rows
 * @param components 1 for grey, where the greatest value is white; 3 for red, green, blue by pixel
 * @param bitsStored of a component, 1 to 16; more than 8 take two bytes, little endian
 * @param bytes row by row from the top left
 */
public record Raster(int width, int height, int components, int bitsStored, byte[] bytes) {
  private static final int MOST_SIDE = 65_535;

  /** Checks that the pixels fit the size. */
  public Raster {
    boolean sound =
        width > 0
            && height > 0
            && Math.max(width, height) <= MOST_SIDE
            && (components == 1 || components == 3)
            && bitsStored >= 1
            && bitsStored <= 16;
    if (!sound || (long) width * height * components * bytes(bitsStored) != bytes.length) {
      throw new IllegalArgumentException(
          "%d x %d pixels of %d x %d bits are not %d bytes"
              .formatted(width, height, components, bitsStored, bytes.length));
    }
  }

  /** Grey of 8 bits. */
  public static Raster grey(int width, int height, byte[] values) {
    return new Raster(width, height, 1, 8, values);
  }

  /** Red, green and blue of 8 bits each, by pixel. */
  public static Raster rgb(int width, int height, byte[] values) {
    return new Raster(width, height, 3, 8, values);
  }

  /**
   * The stored values of a film, as they are: its colours, or its grey samples. Signed values are
   * raised so that the least that there could be is 0.
   *
   * @throws FilmException TOO_LARGE for a side that DICOM has no number for
   */
  public static Raster of(Film film) {
    if (Math.max(film.width(), film.height()) > MOST_SIDE) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          film.provenance().file(),
          "has a side of more than 65,535 pixels, which no DICOM object can have.",
          "Make it smaller.");
    }
    if (film.colour().isPresent()) {
      return rgb(film.width(), film.height(), film.colour().get().rgb().clone());
    }
    Samples samples = film.samples();
    int size = bytes(samples.bitsStored());
    byte[] values = new byte[size * samples.count()];
    for (int i = 0; i < samples.count(); i++) {
      int value = samples.at(i) - samples.least();
      values[size * i] = (byte) value;
      if (size == 2) {
        values[2 * i + 1] = (byte) (value >> 8);
      }
    }
    return new Raster(film.width(), film.height(), 1, samples.bitsStored(), values);
  }

  private static int bytes(int bitsStored) {
    return bitsStored > 8 ? 2 : 1;
  }

  /** The Image Pixel Module. */
  void pixels(DataSet.Builder object) {
    int allocated = 8 * bytes(bitsStored);
    object
        .integers(Tag.SAMPLES_PER_PIXEL, components)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, components == 3 ? "RGB" : "MONOCHROME2")
        .integers(Tag.ROWS, height)
        .integers(Tag.COLUMNS, width)
        .integers(Tag.BITS_ALLOCATED, allocated)
        .integers(Tag.BITS_STORED, bitsStored)
        .integers(Tag.HIGH_BIT, bitsStored - 1L)
        .integers(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, allocated == 16 ? Vr.OW : Vr.OB, bytes);
    if (components == 3) {
      object.integers(Tag.PLANAR_CONFIGURATION, 0);
    }
  }
}
