package negatoscope.rendering;

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
    Samples samples = rendering.film().samples();
    byte[] table = rendering.lookupTable();
    Axis across = Axis.of(left, width, columns, samples.width());
    Axis down = Axis.of(top, height, rows, samples.height());
    double[] sums = new double[columns * rows];
    double[] means = new double[columns];
    byte[] pixels = new byte[samples.width()];
    Covering covering = Covering.of(rendering.film());
    int begin = across.begin();
    int count = across.end() - begin;
    int darkest = 255;
    int first = 0;
    for (int y = down.begin(); y < down.end(); y++) {
      samples.lookUp(table, y * samples.width() + begin, count, pixels, begin);
      covering.apply(y, pixels, 0, 1);
      darkest = Math.min(darkest, least(pixels, begin, across.end()));
      across.average(pixels, means);
      while (down.to[first] <= y) {
        first++;
      }
      for (int row = first; row < rows && down.from[row] <= y; row++) {
        double weight = down.weight(row, y);
        int at = row * columns;
        for (int column = 0; column < columns; column++) {
          sums[at + column] += weight * means[column];
        }
      }
    }
    float[] values = new float[sums.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        double outside = 1 - down.covered[row] * across.covered[column];
        values[at] = (float) (sums[at] + outside * darkest);
      }
    }
    return new AreaAverage(columns, rows, values, darkest);
  }

  private static int least(byte[] pixels, int from, int to) {
    int least = 255;
    for (int i = from; i < to; i++) {
      least = Math.min(least, pixels[i] & 0xFF);
    }
    return least;
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
      double[] covered) {
    static Axis of(double start, double length, int cells, int pixels) {
      double step = length / cells;
      Axis axis =
          new Axis(
              new int[cells],
              new int[cells],
              new double[cells],
              new double[cells],
              1 / step,
              new double[cells]);
      for (int i = 0; i < cells; i++) {
        double low = Math.max(0, Math.min(pixels, start + length * i / cells));
        double high = Math.max(0, Math.min(pixels, start + length * (i + 1) / cells));
        axis.from[i] = (int) Math.floor(low);
        axis.to[i] = high > low ? (int) Math.ceil(high) : axis.from[i];
        axis.firstWeight[i] = (Math.min(high, axis.from[i] + 1.0) - low) / step;
        axis.lastWeight[i] = (high - Math.max(low, axis.to[i] - 1.0)) / step;
        axis.covered[i] = (high - low) / step;
      }
      return axis;
    }

    int begin() {
      return from[0];
    }

    int end() {
      return to[to.length - 1];
    }

    /** The share of a cell that a pixel which it touches takes. */
    double weight(int cell, int pixel) {
      if (pixel == from[cell]) {
        return firstWeight[cell];
      }
      return pixel == to[cell] - 1 ? lastWeight[cell] : inner;
    }

    void average(byte[] pixels, double[] means) {
      for (int i = 0; i < means.length; i++) {
        int low = from[i];
        int high = to[i];
        if (low == high) {
          means[i] = 0;
          continue;
        }
        double mean = (pixels[low] & 0xFF) * firstWeight[i];
        if (high - low > 1) {
          int sum = 0;
          for (int x = low + 1; x < high - 1; x++) {
            sum += pixels[x] & 0xFF;
          }
          mean += sum * inner + (pixels[high - 1] & 0xFF) * lastWeight[i];
        }
        means[i] = mean;
      }
    }
  }
}
