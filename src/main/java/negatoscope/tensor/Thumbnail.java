package negatoscope.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A film as small as can be while it still shows which way up and round it hangs: its grey values
 * averaged over {@link #SIDE} × {@link #SIDE} cells, shifted and scaled to mean 0 and standard
 * deviation 1, so that brightness and contrast do not matter.
 *
 * @param values row by row
 * @param contrast standard deviation of the cells' grey values before scaling, 0 to 127.5
 */
record Thumbnail(double[] values, double contrast) {
  /** Cells in a row and in a column; even. */
  static final int SIDE = 16;

  /** Points a cell is averaged over, in each direction. */
  private static final int POINTS = 8;

  /** A picture by its grey values over the unit square: u from left to right, v downwards. */
  @FunctionalInterface
  interface Picture {
    /** The grey value at a point, 0 to 255; u and v from 0 to below 1. */
    double at(double u, double v);

    /** The same at many points, which lie at the same places in each row. */
    default Rows rows(double[] us) {
      return (v, greys) -> {
        for (int i = 0; i < us.length; i++) {
          greys[i] = at(us[i], v);
        }
      };
    }
  }

  /** Reads a picture row by row. */
  @FunctionalInterface
  interface Rows {
    /** Writes the grey values at the height v. */
    void read(double v, double[] greys);
  }

  /** The film's part of a tensor, its edges in cells. */
  private record Part(
      float[] values, int side, double left, double top, double right, double bottom)
      implements Picture {
    private int column(double u) {
      return Math.min(side - 1, (int) (left + u * (right - left)));
    }

    private int row(double v) {
      return Math.min(side - 1, (int) (top + v * (bottom - top)));
    }

    @Override
    public double at(double u, double v) {
      return values[row(v) * side + column(u)];
    }

    @Override
    public Rows rows(double[] us) {
      int[] columns = Arrays.stream(us).mapToInt(this::column).toArray();
      return (v, greys) -> {
        int begin = row(v) * side;
        for (int i = 0; i < columns.length; i++) {
          greys[i] = values[begin + columns[i]];
        }
      };
    }
  }

  /** The film's part of a tensor; padding is left out. */
  static Picture film(FilmTensor tensor) {
    int side = tensor.side();
    TensorGeometry geometry = tensor.geometry();
    return new Part(
        tensor.values(),
        side,
        Math.max(0, geometry.cellX(0, side)),
        Math.max(0, geometry.cellY(0, side)),
        Math.min(side, geometry.cellX(geometry.filmWidth(), side)),
        Math.min(side, geometry.cellY(geometry.filmHeight(), side)));
  }

  /** The thumbnail of the film in a tensor. */
  static Thumbnail of(FilmTensor tensor) {
    return of(film(tensor));
  }

  /** The thumbnail of a picture. */
  static Thumbnail of(Picture picture) {
    double[] values = new double[SIDE * SIDE];
    double step = 1.0 / (SIDE * POINTS);
    double[] greys = new double[SIDE * POINTS];
    Rows rows =
        picture.rows(IntStream.range(0, greys.length).mapToDouble(x -> (x + 0.5) * step).toArray());
    for (int y = 0; y < SIDE * POINTS; y++) {
      rows.read((y + 0.5) * step, greys);
      for (int x = 0; x < greys.length; x++) {
        values[y / POINTS * SIDE + x / POINTS] += greys[x] / (POINTS * POINTS);
      }
    }
    return scaled(values);
  }

  private static Thumbnail scaled(double[] cells) {
    double mean = 0;
    for (double cell : cells) {
      mean += cell / cells.length;
    }
    double square = 0;
    for (double cell : cells) {
      square += (cell - mean) * (cell - mean) / cells.length;
    }
    double contrast = Math.sqrt(square);
    double[] values = new double[cells.length];
    for (int i = 0; i < cells.length && contrast > 0; i++) {
      values[i] = (cells[i] - mean) / contrast;
    }
    return new Thumbnail(values, contrast);
  }

  /** The same film with black and white exchanged. */
  Thumbnail inverted() {
    double[] turned = new double[values.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -values[i];
    }
    return new Thumbnail(turned, contrast);
  }

  /**
   * The mean of each cell and the one across the middle line, then half their difference without
   * its sign: what a film and its mirror image have in common, as many values as cells.
   */
  double[] symmetry() {
    double[] features = new double[values.length];
    int half = SIDE / 2;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < half; column++) {
        double here = values[row * SIDE + column];
        double across = values[row * SIDE + SIDE - 1 - column];
        features[row * half + column] = (here + across) / 2;
        features[values.length / 2 + row * half + column] = Math.abs(here - across) / 2;
      }
    }
    return features;
  }
}
