package negatoscope.tensor;

/**
 * Which part of the film, in film pixels, the whole tensor covers; what lies outside the film is
 * padding.
 *
 * <p>The tensor shows the film in its true proportions: where pixels are higher than wide, it spans
 * fewer rows than columns.
 *
 * <p>Film coordinates are continuous: pixel (column, row) covers [column, column + 1) × [row, row +
 * 1). A grid of h × w cells laid over the tensor (a heat map) maps back through the same rectangle.
 *
 * @param filmWidth columns of the film
 * @param filmHeight rows of the film
 * @param left film column of the tensor's left edge; negative where the film was padded
 * @param top film row of the tensor's upper edge; negative where the film was padded
 * @param width film columns that the tensor spans
 * @param height film rows that the tensor spans
 */
public record TensorGeometry(
    int filmWidth, int filmHeight, double left, double top, double width, double height) {
  /** The geometry of a film of square pixels of the given size under the given options. */
  public static TensorGeometry of(int filmWidth, int filmHeight, TensorOptions options) {
    return of(filmWidth, filmHeight, 1, options);
  }

  /**
   * The geometry of a film.
   *
   * @param aspect height of a film pixel divided by its width
   */
  public static TensorGeometry of(
      int filmWidth, int filmHeight, double aspect, TensorOptions options) {
    Area shown = shown(filmWidth, filmHeight, options.preparation().crop());
    double seenHeight = shown.height() * aspect;
    Area area =
        switch (options.fit()) {
          case LETTERBOX -> square(shown, aspect, Math.max(shown.width(), seenHeight));
          case CROP -> square(shown, aspect, Math.min(shown.width(), seenHeight));
          case STRETCH -> shown;
        };
    return new TensorGeometry(
        filmWidth, filmHeight, area.left(), area.top(), area.width(), area.height());
  }

  /** The part of a film that a crop leaves. */
  static Area shown(int filmWidth, int filmHeight, Preparation.Crop crop) {
    return new Area(
        filmWidth * crop.left(),
        filmHeight * crop.top(),
        filmWidth * (crop.right() - crop.left()),
        filmHeight * (crop.bottom() - crop.top()));
  }

  /** A square as it is seen around the middle of an area, its side in film columns. */
  private static Area square(Area around, double aspect, double side) {
    double rows = side / aspect;
    return new Area(
        around.left() + (around.width() - side) / 2,
        around.top() + (around.height() - rows) / 2,
        side,
        rows);
  }

  /** A rectangle on the film, in film pixels. */
  public record Area(double left, double top, double width, double height) {
    /** Whether a point lies in it; the left and upper edges belong to it. */
    public boolean contains(double x, double y) {
      return x >= left && x < left + width && y >= top && y < top + height;
    }
  }

  /**
   * The film column of an edge between cells; cell centres are at halves.
   *
   * @param cell 0 is the left edge of the first cell, columns the right edge of the last
   * @param columns cells from left to right: the tensor's side, or a heat map's columns
   */
  public double filmX(double cell, int columns) {
    return left + width * cell / columns;
  }

  /** The film row of an edge between cells, see {@link #filmX}. */
  public double filmY(double cell, int rows) {
    return top + height * cell / rows;
  }

  /** Where a film column lies among the cells; the inverse of {@link #filmX}. */
  public double cellX(double filmX, int columns) {
    return (filmX - left) * columns / width;
  }

  /** Where a film row lies among the cells; the inverse of {@link #filmY}. */
  public double cellY(double filmY, int rows) {
    return (filmY - top) * rows / height;
  }

  /** The part of the film under one cell of a grid; it may reach over the film's edges. */
  public Area cell(int column, int row, int columns, int rows) {
    return new Area(filmX(column, columns), filmY(row, rows), width / columns, height / rows);
  }
}
