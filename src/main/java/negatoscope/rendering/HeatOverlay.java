package negatoscope.rendering;

/**
 * A heat map laid over a film: a coarse grid of values, painted smoothly in colours.
 *
 * <p>The grid is read by {@link Bilinear}: it runs through every cell's value at the cell's centre,
 * and keeps the outermost values towards its edges. Outside the grid nothing is painted. How
 * strongly the overlay is seen is decided by whoever lays it over the film.
 *
 * @param grid values, at least 0, row by row; owned by this record, not to be changed
 * @param rows cells from top to bottom
 * @param columns cells from left to right
 * @param left film column of the grid's left edge
 * @param top film row of the grid's upper edge
 * @param width film columns that the grid spans
 * @param height film rows that the grid spans
 * @param greatest the value that gets the last colour; where it is 0 nothing is painted
 * @param colours the colours
 * @param uniformOpacity whether every painted pixel is opaque; else a pixel is as opaque as its
 *     value is great
 * @param threshold share of the greatest value below which nothing is painted, 0 to 1
 */
public record HeatOverlay(
    float[] grid,
    int rows,
    int columns,
    double left,
    double top,
    double width,
    double height,
    double greatest,
    ColourMap colours,
    boolean uniformOpacity,
    double threshold) {
  private static final int SHADES = 1024;

  /** Checks that the grid fits its size. */
  public HeatOverlay {
    if (rows < 1 || columns < 1 || grid.length != rows * columns || !(width > 0 && height > 0)) {
      throw new IllegalArgumentException("no grid of %d x %d cells".formatted(rows, columns));
    }
  }

  /**
   * Paints the part of the overlay over a part of the film.
   *
   * @param filmLeft left edge of that part, in film columns
   * @param filmTop its upper edge, in film rows
   * @param filmWidth film columns that it spans
   * @param filmHeight film rows that it spans
   * @param outWidth pixels to paint from left to right
   * @param outHeight pixels to paint from top to bottom
   * @return premultiplied 0xAARRGGBB, row by row
   */
  public int[] paint(
      double filmLeft,
      double filmTop,
      double filmWidth,
      double filmHeight,
      int outWidth,
      int outHeight) {
    int[] pixels = new int[outWidth * outHeight];
    if (!(greatest > 0)) {
      return pixels;
    }
    int[] shades = shades();
    double scale = SHADES / greatest;
    int cut = (int) Math.ceil(threshold * SHADES);
    Bilinear across = new Bilinear(columns, outWidth);
    for (int x = 0; x < outWidth; x++) {
      across.place(x, (filmLeft + (x + 0.5) * filmWidth / outWidth - left) / width * columns);
    }
    Bilinear down = new Bilinear(rows, outHeight);
    for (int y = 0; y < outHeight; y++) {
      down.place(y, (filmTop + (y + 0.5) * filmHeight / outHeight - top) / height * rows);
    }
    double[] line = new double[columns];
    for (int y = 0; y < outHeight; y++) {
      if (!down.inside(y)) {
        continue;
      }
      down.line(y, grid, line);
      int at = y * outWidth;
      for (int x = 0; x < outWidth; x++) {
        if (across.inside(x)) {
          double value = Math.min(greatest, across.value(x, line));
          int shade = (int) (value * scale);
          pixels[at + x] = shade < cut ? 0 : shades[shade];
        }
      }
    }
    return pixels;
  }

  /** The value at a point of the film as a share of the greatest, 0 to 1; 0 outside the grid. */
  public double valueAt(double filmX, double filmY) {
    Bilinear across = new Bilinear(columns, 1);
    Bilinear down = new Bilinear(rows, 1);
    across.place(0, (filmX - left) / width * columns);
    down.place(0, (filmY - top) / height * rows);
    if (!across.inside(0) || !down.inside(0) || !(greatest > 0)) {
      return 0;
    }
    double[] line = new double[columns];
    down.line(0, grid, line);
    return Math.min(greatest, across.value(0, line)) / greatest;
  }

  private int[] shades() {
    int[] shades = new int[SHADES + 1];
    for (int i = 0; i <= SHADES; i++) {
      int colour = colours.argb(i / (double) SHADES);
      shades[i] = uniformOpacity ? colour : premultiplied(colour, i / (double) SHADES);
    }
    return shades;
  }

  private static int premultiplied(int colour, double alpha) {
    int out = (int) Math.round(255 * alpha);
    for (int shift = 16; shift >= 0; shift -= 8) {
      out = out << 8 | (int) Math.round((colour >> shift & 0xFF) * alpha);
    }
    return out;
  }
}
