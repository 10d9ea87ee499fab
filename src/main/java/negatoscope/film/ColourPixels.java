package negatoscope.film;

import java.util.Optional;

/**
 * The colours of a film that is not grey, as RGB; the film's {@link Film#samples} are their luma
 * then.
 *
 * <p>The array handed to the constructor belongs to this object from then on.
 *
 * @param width columns
 * @param height rows
 * @param rgb red, green, blue of each pixel, row by row, 0 to 255
 * @param indices the stored values of a film with palettes
 */
public record ColourPixels(int width, int height, byte[] rgb, Optional<Samples> indices) {
  /** Checks the sizes. */
  public ColourPixels {
    if (rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "%d bytes are not %d x %d colours".formatted(rgb.length, width, height));
    }
  }

  /** A thousand times the luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
  public static long thousandfoldLuma(long red, long green, long blue) {
    return 299 * red + 587 * green + 114 * blue;
  }

  /** The luma of every pixel, half up. */
  public Samples luma() {
    byte[] values = new byte[width * height];
    for (int i = 0, at = 0; i < values.length; i++, at += 3) {
      int red = rgb[at] & 0xFF;
      int green = rgb[at + 1] & 0xFF;
      int blue = rgb[at + 2] & 0xFF;
      values[i] = (byte) ((thousandfoldLuma(red, green, blue) + 500) / 1000);
    }
    return Samples.of8(width, height, 8, false, values);
  }
}
