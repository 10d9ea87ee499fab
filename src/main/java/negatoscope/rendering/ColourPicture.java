package negatoscope.rendering;

/**
 * A picture in colour, ready to be shown.
 *
 * @param width columns
 * @param height rows
 * @param rgb red, green, blue of each pixel, row by row from the top left, as unsigned bytes
 */
public record ColourPicture(int width, int height, byte[] rgb) {
  /** Checks that the pixels fit the size. */
  public ColourPicture {
    if (width < 1 || height < 1 || 3L * width * height != rgb.length) {
      throw new IllegalArgumentException(
          "%d x %d colours do not fit the array".formatted(width, height));
    }
  }

  /** The colour at a column and row, both from 0: 0xRRGGBB. */
  public int at(int column, int row) {
    int at = 3 * (row * width + column);
    return (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
  }
}
