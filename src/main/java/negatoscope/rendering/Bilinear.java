package negatoscope.rendering;

/**
 * Bilinear interpolation along one axis of a grid of cells: cell i has its value at i + 0.5, values
 * between two centres lie on a straight line, and beyond the outermost centres the outermost values
 * are kept. The same as Keras' and OpenCV's bilinear resizing with half-pixel centres.
 */
public final class Bilinear {
  private final int cells;
  private final int[] first;
  private final double[] weight;
  private final boolean[] inside;

  /**
   * An axis whose places are still to be set.
   *
   * @param cells of the grid along this axis, at least 1
   * @param places at which values are wanted
   */
  Bilinear(int cells, int places) {
    this.cells = cells;
    this.first = new int[places];
    this.weight = new double[places];
    this.inside = new boolean[places];
  }

  /**
   * A grid made larger.
   *
   * @param grid rows · columns values, row by row
   * @return outRows · outColumns values over the same area, row by row
   */
  public static float[] resized(float[] grid, int rows, int columns, int outRows, int outColumns) {
    Bilinear across = new Bilinear(columns, outColumns);
    for (int x = 0; x < outColumns; x++) {
      across.place(x, (x + 0.5) * columns / outColumns);
    }
    Bilinear down = new Bilinear(rows, outRows);
    float[] out = new float[outRows * outColumns];
    double[] line = new double[columns];
    for (int y = 0; y < outRows; y++) {
      down.place(y, (y + 0.5) * rows / outRows);
      down.line(y, grid, line);
      for (int x = 0; x < outColumns; x++) {
        out[y * outColumns + x] = (float) across.value(x, line);
      }
    }
    return out;
  }

  /** Sets a place to a position in cells: 0.5 is the first cell's centre. */
  void place(int place, double cell) {
    inside[place] = cell >= 0 && cell < cells;
    double centred = Math.max(0, Math.min(cells - 1.0, cell - 0.5));
    first[place] = (int) centred;
    weight[place] = centred - first[place];
  }

  /** Whether a place lies over the grid. */
  boolean inside(int place) {
    return inside[place];
  }

  /** The value at a place of one line of the grid along this axis. */
  double value(int place, double[] line) {
    int low = first[place];
    int high = Math.min(cells - 1, low + 1);
    return (1 - weight[place]) * line[low] + weight[place] * line[high];
  }

  /** The line across a grid of as many rows as this axis has cells, at a place of this axis. */
  void line(int place, float[] grid, double[] line) {
    int low = first[place] * line.length;
    int high = Math.min(cells - 1, first[place] + 1) * line.length;
    double share = weight[place];
    for (int i = 0; i < line.length; i++) {
      line[i] = (1 - share) * grid[low + i] + share * grid[high + i];
    }
  }
}
