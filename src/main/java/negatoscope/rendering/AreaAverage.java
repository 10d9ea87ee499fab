package negatoscope.rendering;

import negatoscope.film.Film;
import negatoscope.film.Samples;

/**
 * A part of a film's picture on a coarser (or finer) grid: each cell is the mean of the picture,
 * what the shutter covers included, over exactly the cell's area, pixels on its border counted by
 * the fraction that lies inside.
 *
 * <p>What lies outside the film counts as the darkest grey of the part shown. Cells smaller than a
 * pixel take that pixel's grey; there is one formula for every ratio. The averages are taken of the
 * 8-bit display values.
 *
 * @param columns cells from left to right
 * @param rows cells from top to bottom
 * @param values means, row by row, 0 to 255; owned by this record
 * @param darkest the least grey of all pixels of the part
 */
public record AreaAverage(int columns, int rows, float[] values, int darkest) {
  /**
   * Averages a rectangle of the film, given in film pixels; it may reach over the film's edges.
   *
   * @param left film column of the left edge
   * @param top film row of the upper edge
   * @param width film columns, above 0
   * @param height film rows, above 0
   */
  public static AreaAverage of(
      Rendering rendering,
      double left,
      double top,
      double width,
      double height,
      int columns,
      int rows) {
    Film film = rendering.film();
    Axis across = Axis.of(left, width, columns, film.width());
    Axis down = Axis.of(top, height, rows, film.height());
    double[] cells = new double[columns * rows];
    PixelRows pixels = new PixelRows(rendering, across);
    int first = 0;
    for (int y = down.begin(); y < down.end(); y++) {
      pixels.add(y);
      while (down.to[first] <= y) {
        first++;
      }
      // Rows that lie whole in the same cells are averaged together.
      if (down.isWhole(first, y) && down.isWhole(first, y + 1) && !pixels.areFull()) {
        continue;
      }
      double[] means = pixels.average();
      for (int row = first; row < rows && down.from[row] <= y; row++) {
        double weight = down.weight(row, y);
        int at = row * columns;
        for (int column = 0; column < columns; column++) {
          cells[at + column] += weight * means[column];
        }
      }
    }
    int darkest = pixels.darkest;
    float[] values = new float[cells.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        double outside = 1 - down.covered[row] * across.covered[column];
        values[at] = (float) (cells[at] + outside * darkest);
      }
    }
    return new AreaAverage(columns, rows, values, darkest);
  }

  /** Rows of a picture, added up and then averaged along the row. */
  private static final class PixelRows {
    /** The sum of so many rows of 65,535 pixels is still an int. */
    private static final int MOST = 64;

    private final Samples samples;
    private final byte[] table;
    private final Covering covering;
    private final Axis across;
    private final int[] greys;
    private final int[] before;
    private final double[] means;
    private int held;
    private int darkest = 255;

    PixelRows(Rendering rendering, Axis across) {
      this.samples = rendering.film().samples();
      this.table = rendering.lookupTable();
      this.covering = Covering.of(rendering.film());
      this.across = across;
      this.greys = new int[samples.width()];
      this.before = new int[samples.width() + 2];
      this.means = new double[across.from.length];
    }

    /** Adds the greys of a row. */
    void add(int y) {
      held++;
      int begin = across.begin();
      int count = across.end() - begin;
      if (covering.isNone()) {
        int least = samples.addUp(table, y * samples.width() + begin, count, greys, begin);
        darkest = Math.min(darkest, least);
        return;
      }
      byte[] pixels = new byte[samples.width()];
      samples.lookUp(table, y * samples.width() + begin, count, pixels, begin);
      covering.apply(y, pixels, 0, 1);
      for (int x = begin; x < begin + count; x++) {
        greys[x] += pixels[x] & 0xFF;
        darkest = Math.min(darkest, pixels[x] & 0xFF);
      }
    }

    /** Whether no more may be added before the next average. */
    boolean areFull() {
      return held == MOST;
    }

    /** For each cell the sum of the rows' means over it; begins anew. */
    double[] average() {
      int sum = 0;
      for (int x = across.begin(); x < across.end(); x++) {
        sum += greys[x];
        before[x + 1] = sum;
        greys[x] = 0;
      }
      held = 0;
      across.average(before, means);
      return means;
    }
  }

  /**
   * The cells along one axis: each touches the pixels from (included) to (excluded), the first and
   * last of them in part.
   */
  private record Axis(
      int[] from,
      int[] to,
      double[] firstWeight,
      double[] lastWeight,
      double inner,
      double[] covered,
      int[] borders,
      double[] fractions) {
    static Axis of(double start, double length, int cells, int pixels) {
      double step = length / cells;
      Axis axis =
          new Axis(
              new int[cells],
              new int[cells],
              new double[cells],
              new double[cells],
              1 / step,
              new double[cells],
              new int[cells + 1],
              new double[cells + 1]);
      for (int i = 0; i < cells; i++) {
        double low = Math.max(0, Math.min(pixels, start + length * i / cells));
        double high = Math.max(0, Math.min(pixels, start + length * (i + 1) / cells));
        axis.from[i] = (int) Math.floor(low);
        axis.to[i] = high > low ? (int) Math.ceil(high) : axis.from[i];
        axis.firstWeight[i] = (Math.min(high, axis.from[i] + 1.0) - low) / step;
        axis.lastWeight[i] = (high - Math.max(low, axis.to[i] - 1.0)) / step;
        axis.covered[i] = (high - low) / step;
      }
      for (int i = 0; i <= cells; i++) {
        double border = Math.max(0, Math.min(pixels, start + length * i / cells));
        axis.borders[i] = (int) Math.floor(border);
        axis.fractions[i] = border - axis.borders[i];
      }
      return axis;
    }

    int begin() {
      return from[0];
    }

    int end() {
      return to[to.length - 1];
    }

    /** Whether a pixel lies whole in a cell, the first of those that it may touch. */
    boolean isWhole(int cell, int pixel) {
      boolean alone = cell + 1 == from.length || from[cell + 1] > pixel;
      return alone && pixel >= from[cell] && pixel < to[cell] && weight(cell, pixel) == inner;
    }

    /** The share of a cell that a pixel which it touches takes. */
    double weight(int cell, int pixel) {
      if (pixel == from[cell]) {
        return firstWeight[cell];
      }
      return pixel == to[cell] - 1 ? lastWeight[cell] : inner;
    }

    /**
     * Means by what the greys add up to before a cell's borders, linear between pixels.
     *
     * @param sums greys before each pixel; the one behind the last is read, times 0
     */
    void average(int[] sums, double[] means) {
      double before = at(0, sums);
      for (int i = 0; i < means.length; i++) {
        double after = at(i + 1, sums);
        means[i] = (after - before) * inner;
        before = after;
      }
    }

    private double at(int border, int[] sums) {
      int pixel = borders[border];
      return sums[pixel] + fractions[border] * (sums[pixel + 1] - sums[pixel]);
    }
  }
}
