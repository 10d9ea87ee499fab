package negatoscope.intake;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.Arrays;
import negatoscope.film.ColourPixels;
import negatoscope.film.FilmException;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;

/**
 * Turns decoded rasters into grey samples without any colour management: grey as it is stored,
 * colour as luma 0.299 R + 0.587 G + 0.114 B, transparency over black, both half up.
 */
final class Luma {
  private Luma() {}

  /**
   * The samples of a raster.
   *
   * @throws FilmException UNSUPPORTED_PIXELS for floating point, CMYK and other forms
   */
  static Samples of(Path file, Raster raster, ColorModel colours) {
    if (colours instanceof IndexColorModel palette) {
      return ofPalette(raster, palette);
    }
    int bands = raster.getNumBands();
    boolean alpha = colours.hasAlpha() && !colours.isAlphaPremultiplied();
    boolean fits = colours.hasAlpha() ? bands == 2 || bands == 4 : bands == 1 || bands == 3;
    int bits = colours.getComponentSize(0);
    boolean evenBits =
        Arrays.stream(colours.getComponentSize()).allMatch(size -> size == bits) && bits <= 16;
    int type = raster.getTransferType();
    if (fits && evenBits && type == DataBuffer.TYPE_BYTE) {
      return ofBytes(raster, bits, alpha);
    }
    if (fits && evenBits && type == DataBuffer.TYPE_USHORT) {
      return ofShorts(raster, bits, alpha, false);
    }
    if (bands == 1 && evenBits && type == DataBuffer.TYPE_SHORT) {
      return ofShorts(raster, bits, false, true);
    }
    throw new FilmException(
        ErrorCode.UNSUPPORTED_PIXELS,
        file,
        "has %d channels of %d bits, which is neither grey nor RGB.".formatted(bands, bits),
        "Save it as an 8-bit or 16-bit grey picture.");
  }

  private static Samples ofPalette(Raster raster, IndexColorModel palette) {
    byte[] luma = new byte[palette.getMapSize()];
    for (int i = 0; i < luma.length; i++) {
      long value =
          ColourPixels.thousandfoldLuma(palette.getRed(i), palette.getGreen(i), palette.getBlue(i));
      luma[i] = (byte) half(value * palette.getAlpha(i), 255_000);
    }
    int width = raster.getWidth();
    byte[] values = new byte[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = luma[row[x]];
      }
    }
    return Samples.of8(width, raster.getHeight(), 8, false, values);
  }

  /** Bytes; fewer than 8 bits a sample are spread to 0..255. */
  private static Samples ofBytes(Raster raster, int bits, boolean alpha) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] values = new byte[width * raster.getHeight()];
    byte[] row = new byte[width * bands];
    int greatest = (1 << bits) - 1;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      int to = y * width;
      if (bands == 1 && bits == 8) {
        System.arraycopy(row, 0, values, to, width);
        continue;
      }
      for (int x = 0, from = 0; x < width; x++, from += bands) {
        long value =
            bands < 3
                ? 1000L * (row[from] & 0xFF)
                : ColourPixels.thousandfoldLuma(
                    row[from] & 0xFF, row[from + 1] & 0xFF, row[from + 2] & 0xFF);
        long share = alpha ? row[from + bands - 1] & 0xFF : greatest;
        values[to + x] = (byte) half(value * share * 255, 1000L * greatest * greatest);
      }
    }
    return Samples.of8(width, raster.getHeight(), 8, false, values);
  }

  private static Samples ofShorts(Raster raster, int bits, boolean alpha, boolean signed) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    short[] values = new short[width * raster.getHeight()];
    short[] row = new short[width * bands];
    int greatest = (1 << bits) - 1;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      int to = y * width;
      if (bands == 1) {
        System.arraycopy(row, 0, values, to, width);
        continue;
      }
      for (int x = 0, from = 0; x < width; x++, from += bands) {
        long value =
            bands < 3
                ? 1000L * (row[from] & 0xFFFF)
                : ColourPixels.thousandfoldLuma(
                    row[from] & 0xFFFF, row[from + 1] & 0xFFFF, row[from + 2] & 0xFFFF);
        long share = alpha ? row[from + bands - 1] & 0xFFFF : greatest;
        values[to + x] = (short) half(value * share, 1000L * greatest);
      }
    }
    return Samples.of16(width, raster.getHeight(), bits, signed, values);
  }

  /** Division that rounds half up. */
  static long half(long dividend, long divisor) {
    return (dividend + divisor / 2) / divisor;
  }
}
