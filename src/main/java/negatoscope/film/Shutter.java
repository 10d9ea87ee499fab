package negatoscope.film;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the file wants covered (Display Shutter, PS3.3 C.7.6.11). Where there are several shapes, a
 * pixel is seen only inside all of them.
 *
 * @param shapes at least one
 * @param presentationValue grey of what is covered, 0 (black) to 65535
 */
public record Shutter(List<Shape> shapes, int presentationValue) {
  /** Copies the list. */
  public Shutter {
    shapes = List.copyOf(shapes);
  }

  /** The columns of a row that are seen; column and row count from 0. */
  public BitSet seen(int row, int width) {
    BitSet seen = new BitSet(width);
    seen.set(0, width);
    for (Shape shape : shapes) {
      seen.and(shape.seen(row, width));
    }
    return seen;
  }

  /** Whether a pixel is covered; column and row count from 0. */
  public boolean hides(int column, int row) {
    return !seen(row, column + 1).get(column);
  }

  /** The grey of what is covered, 0 to 255, whatever the film's polarity. */
  public int grey() {
    return (int) Math.floor(presentationValue * 255 / 65535.0 + 0.5);
  }

  /** A shape through which the film is seen. */
  public sealed interface Shape {
    /** The columns of a row, out of the first so many, that lie inside; both count from 0. */
    BitSet seen(int row, int width);
  }

  /** Edges that are themselves seen; they count from 0 here, from 1 in the file. */
  public record Rectangular(int left, int right, int upper, int lower) implements Shape {
    @Override
    public BitSet seen(int row, int width) {
      BitSet seen = new BitSet(width);
      if (row >= upper && row <= lower) {
        set(seen, left, right, width);
      }
      return seen;
    }
  }

  /** A circle around the centre of a pixel, counted from 0, its rim included. */
  public record Circular(int centerColumn, int centerRow, int radius) implements Shape {
    @Override
    public BitSet seen(int row, int width) {
      BitSet seen = new BitSet(width);
      double up = (double) row - centerRow;
      double square = (double) radius * radius - up * up;
      if (square >= 0) {
        double reach = Math.floor(Math.sqrt(square));
        set(seen, centerColumn - reach, centerColumn + reach, width);
      }
      return seen;
    }
  }

  /** A polygon whose corners are centres of pixels, counted from 0; even-odd rule, rim included. */
  public record Polygonal(List<Vertex> vertices) implements Shape {
    /** A corner. */
    public record Vertex(int column, int row) {}

    /** Copies the list. */
    public Polygonal {
      vertices = List.copyOf(vertices);
    }

    @Override
    public BitSet seen(int row, int width) {
      BitSet seen = new BitSet(width);
      double[] crossings = new double[vertices.size()];
      int count = 0;
      for (int i = 0, j = vertices.size() - 1; i < vertices.size(); j = i++) {
        Vertex a = vertices.get(i);
        Vertex b = vertices.get(j);
        if (a.row == b.row) {
          if (a.row == row) {
            set(seen, Math.min(a.column, b.column), Math.max(a.column, b.column), width);
          }
        } else if (row >= Math.min(a.row, b.row) && row <= Math.max(a.row, b.row)) {
          double share = ((double) row - a.row) / ((double) b.row - a.row);
          double column = a.column + share * ((double) b.column - a.column);
          if (column == Math.rint(column)) {
            set(seen, column, column, width);
          }
          if ((a.row > row) != (b.row > row)) {
            crossings[count++] = column;
          }
        }
      }
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        set(seen, Math.ceil(crossings[i]), Math.ceil(crossings[i + 1]) - 1, width);
      }
      return seen;
    }
  }

  /** Marks the columns from the first to the last, as far as there are any. */
  private static void set(BitSet seen, double first, double last, int width) {
    int from = (int) Math.max(0, first);
    int to = (int) Math.min(width - 1.0, last);
    if (from <= to) {
      seen.set(from, to + 1);
    }
  }
}
