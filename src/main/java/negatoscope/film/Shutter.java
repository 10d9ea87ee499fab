package negatoscope.film;

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

  /** Whether a pixel is covered; column and row count from 0. */
  public boolean hides(int column, int row) {
    for (Shape shape : shapes) {
      if (!shape.shows(column, row)) {
        return true;
      }
    }
    return false;
  }

  /** A shape through which the film is seen. */
  public sealed interface Shape {
    /** Whether a pixel lies inside; column and row count from 0. */
    boolean shows(int column, int row);
  }

  /** Edges that are themselves seen; they count from 0 here, from 1 in the file. */
  public record Rectangular(int left, int right, int upper, int lower) implements Shape {
    @Override
    public boolean shows(int column, int row) {
      return column >= left && column <= right && row >= upper && row <= lower;
    }
  }

  /** A circle around the centre of a pixel, counted from 0, its rim included. */
  public record Circular(int centerColumn, int centerRow, int radius) implements Shape {
    @Override
    public boolean shows(int column, int row) {
      long x = (long) column - centerColumn;
      long y = (long) row - centerRow;
      return x * x + y * y <= (long) radius * radius;
    }
  }

  /** A polygon whose corners are centres of pixels, counted from 0; even-odd rule. */
  public record Polygonal(List<Vertex> vertices) implements Shape {
    /** A corner. */
    public record Vertex(int column, int row) {}

    /** Copies the list. */
    public Polygonal {
      vertices = List.copyOf(vertices);
    }

    @Override
    public boolean shows(int column, int row) {
      boolean inside = false;
      for (int i = 0, j = vertices.size() - 1; i < vertices.size(); j = i++) {
        Vertex a = vertices.get(i);
        Vertex b = vertices.get(j);
        if (onEdge(a, b, column, row)) {
          return true;
        }
        boolean crosses = (a.row > row) != (b.row > row);
        if (crosses
            && column
                < (double) (b.column - a.column) * (row - a.row) / (b.row - a.row) + a.column) {
          inside = !inside;
        }
      }
      return inside;
    }

    private static boolean onEdge(Vertex a, Vertex b, int column, int row) {
      long cross =
          (long) (b.column - a.column) * (row - a.row)
              - (long) (b.row - a.row) * (column - a.column);
      return cross == 0
          && column >= Math.min(a.column, b.column)
          && column <= Math.max(a.column, b.column)
          && row >= Math.min(a.row, b.row)
          && row <= Math.max(a.row, b.row);
    }
  }
}
