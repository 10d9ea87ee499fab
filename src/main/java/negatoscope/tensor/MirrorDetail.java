package negatoscope.tensor;

import negatoscope.tensor.Thumbnail.Picture;

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
    double[][] detail = inner(detail(grid(picture)));
    clip(detail);
    double most = -1;
    for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
      most = Math.max(most, mirrored(detail, shift));
    }
    return most;
  }

  private static double[][] grid(Picture picture) {
    double[][] grid = new double[SIDE][SIDE];
    double step = 1.0 / (SIDE * POINTS);
    for (int y = 0; y < SIDE * POINTS; y++) {
      for (int x = 0; x < SIDE * POINTS; x++) {
        grid[y / POINTS][x / POINTS] += picture.at((x + 0.5) * step, (y + 0.5) * step);
      }
    }
    return grid;
  }

  /** What a cell differs by from the mean of the 3 × 3 cells around it; not for the outermost. */
  private static double[][] detail(double[][] grid) {
    double[][] detail = new double[SIDE][SIDE];
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        double around = 0;
        for (int row = y - 1; row <= y + 1; row++) {
          around += grid[row][x - 1] + grid[row][x] + grid[row][x + 1];
        }
        detail[y][x] = grid[y][x] - around / 9;
      }
    }
    return detail;
  }

  private static double[][] inner(double[][] all) {
    int size = SIDE - 2 * EDGE;
    double[][] inner = new double[size][size];
    for (int y = 0; y < size; y++) {
      System.arraycopy(all[y + EDGE], EDGE, inner[y], 0, size);
    }
    return inner;
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

  private static double mirrored(double[][] detail, int shift) {
    int first = Math.max(0, shift);
    int last = detail.length - 1 + Math.min(0, shift);
    double product = 0;
    double square = 0;
    for (double[] row : detail) {
      for (int x = first; x <= last; x++) {
        product += row[x] * row[first + last - x];
        square += row[x] * row[x];
      }
    }
    return square > 0 ? product / square : 0;
  }
}
