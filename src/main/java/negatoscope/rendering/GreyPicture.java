package negatoscope.rendering;

/**
 * A picture of 8 bits, ready to be shown.
 *
 * @param width columns
 * @param height rows
 * @param pixels row by row from the top left, 0 (black) to 255 (white) as unsigned bytes
 */
public record GreyPicture(int width, int height, byte[] pixels) {
  /** Checks that the pixels fit the size. */
  public GreyPicture {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          "%d x %d pixels do not fit the array".formatted(width, height));
    }
  }

  /** The grey value at a column and row, both from 0: 0 to 255. */
  public int at(int column, int row) {
    return pixels[row * width + column] & 0xFF;
  }
}
