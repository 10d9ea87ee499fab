package negatoscope.workstation.viewer;

/**
 * Where a film lies in the pane that shows it.
 *
 * <p>Pane coordinates are JavaFX's, from the upper left corner; film coordinates are continuous,
 * pixel (column, row) covers [column, column + 1) × [row, row + 1).
 *
 * <p>A film whose pixels are not square is stretched along one axis, never shrunk, so that it is
 * seen in its true proportions.
 *
 * @param filmWidth columns of the film
 * @param filmHeight rows of the film
 * @param aspect height of a film pixel divided by its width
 * @param paneWidth width of the pane, at least 1
 * @param paneHeight height of the pane, at least 1
 * @param zoom pane units a film pixel, along its shorter side
 * @param left pane coordinate of the film's left edge
 * @param top pane coordinate of the film's upper edge
 */
public record FilmPlacement(
    int filmWidth,
    int filmHeight,
    double aspect,
    double paneWidth,
    double paneHeight,
    double zoom,
    double left,
    double top) {
  /** Greatest zoom, unless the film is so small that fitting it takes more. */
  private static final double MOST = 32;

  /** How much of the film, in pane units, panning leaves in sight. */
  private static final double IN_SIGHT = 48;

  /** The same for zooming, which moves the film only where it would be lost. */
  private static final double BARELY_IN_SIGHT = 4;

  /** The whole film of square pixels, as large as the pane allows, in its middle. */
  public static FilmPlacement fitted(
      int filmWidth, int filmHeight, double paneWidth, double paneHeight) {
    return fitted(filmWidth, filmHeight, 1, paneWidth, paneHeight);
  }

  /** The whole film, as large as the pane allows, in its middle. */
  public static FilmPlacement fitted(
      int filmWidth, int filmHeight, double aspect, double paneWidth, double paneHeight) {
    double width = Math.max(1, paneWidth);
    double height = Math.max(1, paneHeight);
    FilmPlacement natural =
        new FilmPlacement(filmWidth, filmHeight, aspect, width, height, 1, 0, 0);
    return natural.at(natural.fitZoom(), 0, 0).centred();
  }

  /** The zoom at which the whole film just fits. */
  public double fitZoom() {
    return Math.min(paneWidth / (filmWidth * stretchX()), paneHeight / (filmHeight * stretchY()));
  }

  private double stretchX() {
    return Math.max(1, 1 / aspect);
  }

  private double stretchY() {
    return Math.max(1, aspect);
  }

  /** Pane units a film column. */
  public double zoomX() {
    return zoom * stretchX();
  }

  /** Pane units a film row. */
  public double zoomY() {
    return zoom * stretchY();
  }

  /** Pane units that the whole film is wide. */
  public double shownWidth() {
    return filmWidth * zoomX();
  }

  /** Pane units that the whole film is high. */
  public double shownHeight() {
    return filmHeight * zoomY();
  }

  /** Film column under a pane coordinate. */
  public double filmX(double x) {
    return (x - left) / zoomX();
  }

  /** Film row under a pane coordinate. */
  public double filmY(double y) {
    return (y - top) / zoomY();
  }

  /** Pane coordinate of a film column. */
  public double paneX(double filmX) {
    return left + filmX * zoomX();
  }

  /** Pane coordinate of a film row. */
  public double paneY(double filmY) {
    return top + filmY * zoomY();
  }

  /**
   * Another zoom, kept within bounds; the film point under the given pane point stays there. Where
   * that is beside the film, the nearest visible film point stays instead, so that the film cannot
   * be zoomed out of sight.
   */
  public FilmPlacement zoomedAt(double x, double y, double newZoom) {
    double to = Math.max(least(), Math.min(Math.max(MOST, fitZoom() * 4), newZoom));
    double anchorX = clamp(clamp(x, left, paneX(filmWidth)), 0, paneWidth);
    double anchorY = clamp(clamp(y, top, paneY(filmHeight)), 0, paneHeight);
    double ratio = to / zoom;
    return at(to, anchorX - (anchorX - left) * ratio, anchorY - (anchorY - top) * ratio)
        .kept(BARELY_IN_SIGHT);
  }

  private double least() {
    return Math.min(fitZoom(), 1) / 4;
  }

  /** Moved by the given pane distances, but not out of sight. */
  public FilmPlacement panned(double dx, double dy) {
    return at(zoom, left + dx, top + dy).kept(IN_SIGHT);
  }

  private FilmPlacement kept(double inSight) {
    return at(
        zoom,
        kept(left, shownWidth(), paneWidth, inSight),
        kept(top, shownHeight(), paneHeight, inSight));
  }

  private static double kept(double start, double length, double pane, double inSight) {
    double rest = Math.min(inSight, Math.min(length, pane) / 2);
    return clamp(start, rest - length, pane - rest);
  }

  /** In a pane of another size, with the same film point in the middle. */
  public FilmPlacement resized(double width, double height) {
    double newWidth = Math.max(1, width);
    double newHeight = Math.max(1, height);
    return new FilmPlacement(
            filmWidth,
            filmHeight,
            aspect,
            newWidth,
            newHeight,
            zoom,
            left + (newWidth - paneWidth) / 2,
            top + (newHeight - paneHeight) / 2)
        .kept(IN_SIGHT);
  }

  /** With the film's middle in the pane's. */
  public FilmPlacement centred() {
    return at(zoom, (paneWidth - shownWidth()) / 2, (paneHeight - shownHeight()) / 2);
  }

  /**
   * With its upper left corner on a whole screen pixel, where the film is drawn.
   *
   * @param scale screen pixels a pane unit
   */
  public FilmPlacement snapped(double scale) {
    return at(zoom, Math.round(left * scale) / scale, Math.round(top * scale) / scale);
  }

  /** Whether some of the film lies outside the pane. */
  public boolean exceedsPane() {
    double slack = 0.5;
    return left < -slack
        || top < -slack
        || paneX(filmWidth) > paneWidth + slack
        || paneY(filmHeight) > paneHeight + slack;
  }

  private FilmPlacement at(double newZoom, double newLeft, double newTop) {
    return new FilmPlacement(
        filmWidth, filmHeight, aspect, paneWidth, paneHeight, newZoom, newLeft, newTop);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
