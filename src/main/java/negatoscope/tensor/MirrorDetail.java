package negatoscope.tensor;

import java.util.stream.IntStream;
import negatoscope.tensor.Thumbnail.Picture;
import negatoscope.tensor.Thumbnail.Rows;

/**
 * How far the fine detail of a film's left half is the mirror image of its right half. Ribs and
 * vessels of a body never match that finely; a drawn chest, or one half copied over, does.
 */
final class MirrorDetail {
  /** Cells in a row and in a column. */
  private static final int SIDE = 128;

  /** Points a cell is averaged over, in each direction. */
  private static final int POINTS = 3;

  /** Cells at each edge that do not count: frames and marks are often symmetric. */
  private static final int EDGE = SIDE / 10;

  /** How far the middle line may lie beside the film's, in half cells. */
  private static final int MOST_SHIFT = SIDE / 12;

  /** Detail beyond so many standard deviations counts as that many: letters and metal. */
  private static final double MOST_DEVIATIONS = 2;

  private MirrorDetail() {}

  /** The correlation of the detail with its mirror image about the best middle line, −1 to 1. */
  static double of(Picture picture) {
    double[][] detail = detail(grid(picture));
    clip(detail);
    double[] squares = squares(detail);
    double most = -1;
    for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
      most = Math.max(most, mirrored(detail, squares, shift));
    }
    return most;
  }

  /** The cells that count, and one more around them. */
  private static double[][] grid(Picture picture) {
    int size = SIDE - 2 * EDGE + 2;
    double[][] grid = new double[size][size];
    double step = 1.0 / (SIDE * POINTS);
    double first = (EDGE - 1) * POINTS + 0.5;
    double[] greys = new double[size * POINTS];
    Rows rows =
        picture.rows(
            IntStream.range(0, greys.length).mapToDouble(x -> (first + x) * step).toArray());
    for (int y = 0; y < greys.length; y++) {
      rows.read((first + y) * step, greys);
      double[] row = grid[y / POINTS];
      int at = 0;
      for (int x = 0; x < size; x++) {
        for (int point = 0; point < POINTS; point++) {
          row[x] += greys[at++];
        }
      }
    }
    return grid;
  }

  /** What a cell differs by from the mean of the 3 × 3 cells around it; not for the outermost. */
  private static double[][] detail(double[][] grid) {
    int size = grid.length - 2;
    double[][] detail = new double[size][size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double around = 0;
        for (int row = y; row < y + 3; row++) {
          around += grid[row][x] + grid[row][x + 1] + grid[row][x + 2];
        }
        detail[y][x] = grid[y + 1][x + 1] - around / 9;
      }
    }
    return detail;
  }

  private static void clip(double[][] detail) {
    double square = 0;
    for (double[] row : detail) {
      for (double value : row) {
        square += value * value;
      }
    }
    double most = MOST_DEVIATIONS * Math.sqrt(square) / detail.length;
    for (double[] row : detail) {
      for (int x = 0; x < row.length; x++) {
        row[x] = Math.max(-most, Math.min(most, row[x]));
      }
    }
  }

  /** What the squares of each column add up to. */
  private static double[] squares(double[][] detail) {
    double[] squares = new double[detail.length];
    for (double[] row : detail) {
      for (int x = 0; x < row.length; x++) {
        squares[x] += row[x] * row[x];
      }
    }
    return squares;
  }

  private static double mirrored(double[][] detail, double[] squares, int shift) {
    int first = Math.max(0, shift);
    int last = detail.length - 1 + Math.min(0, shift);
    double square = 0;
    for (int x = first; x <= last; x++) {
      square += squares[x];
    }
    // A cell left of the middle line and its mirror image give the same product as the two swapped.
    double twice = 0;
    double middle = 0;
    int half = (last - first + 1) / 2;
    for (double[] row : detail) {
      // Two sums, because each addition waits for the one before it.
      double even = 0;
      double odd = 0;
      for (int x = 0; x + 1 < half; x += 2) {
        even += row[first + x] * row[last - x];
        odd += row[first + x + 1] * row[last - x - 1];
      }
      twice += even + odd;
      twice += half % 2 == 1 ? row[first + half - 1] * row[last - half + 1] : 0;
      middle += (last - first) % 2 == 0 ? row[first + half] * row[first + half] : 0;
    }
    return square > 0 ? (2 * twice + middle) / square : 0;
  }
}
