package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import negatoscope.film.Shutter;
import negatoscope.film.Shutter.Circular;
import negatoscope.film.Shutter.Polygonal;
import negatoscope.film.Shutter.Rectangular;

/**
 * What the file wants covered, as shapes over the film: for each of the shutter's shapes the film
 * without that shape.
 */
final class ShutterLayer {
  private final Group view = new Group();
  private final Rectangle film = new Rectangle();

  ShutterLayer() {
    view.setId("shutter");
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setClip(film);
  }

  Group view() {
    return view;
  }

  void clear() {
    view.setVisible(false);
  }

  /**
   * Covers.
   *
   * @param scale screen pixels a pane unit
   */
  void show(Shutter shutter, FilmPlacement placement, double scale) {
    FilmPlacement where = placement.snapped(scale);
    film.setX(where.left());
    film.setY(where.top());
    film.setWidth(where.shownWidth());
    film.setHeight(where.shownHeight());
    Color grey = Color.grayRgb(shutter.grey());
    List<Path> covers = new ArrayList<>();
    for (Shutter.Shape shape : shutter.shapes()) {
      Path cover = new Path(rectangle(where, 0, 0, where.filmWidth(), where.filmHeight()));
      cover.getElements().addAll(opening(where, shape));
      cover.setFillRule(FillRule.EVEN_ODD);
      cover.setFill(grey);
      cover.setStroke(null);
      covers.add(cover);
    }
    view.getChildren().setAll(covers);
    view.setVisible(true);
  }

  private static List<PathElement> opening(FilmPlacement where, Shutter.Shape shape) {
    if (shape instanceof Rectangular edges) {
      return edges.right() < edges.left() || edges.lower() < edges.upper()
          ? List.of()
          : rectangle(where, edges.left(), edges.upper(), edges.right() + 1, edges.lower() + 1);
    }
    if (shape instanceof Circular circle) {
      return circle(where, circle);
    }
    return shape instanceof Polygonal polygon ? polygon(where, polygon) : List.of();
  }

  private static List<PathElement> rectangle(
      FilmPlacement where, double left, double top, double right, double bottom) {
    return List.of(
        new MoveTo(where.paneX(left), where.paneY(top)),
        new LineTo(where.paneX(right), where.paneY(top)),
        new LineTo(where.paneX(right), where.paneY(bottom)),
        new LineTo(where.paneX(left), where.paneY(bottom)),
        new ClosePath());
  }

  /** The rim passes through the centres of pixels; half a pixel more shows them whole. */
  private static List<PathElement> circle(FilmPlacement where, Circular circle) {
    double x = circle.centerColumn() + 0.5;
    double y = where.paneY(circle.centerRow() + 0.5);
    double radius = circle.radius() + 0.5;
    double left = where.paneX(x - radius);
    double right = where.paneX(x + radius);
    double radiusX = radius * where.zoomX();
    double radiusY = radius * where.zoomY();
    return List.of(
        new MoveTo(left, y),
        new ArcTo(radiusX, radiusY, 0, right, y, false, true),
        new ArcTo(radiusX, radiusY, 0, left, y, false, true),
        new ClosePath());
  }

  private static List<PathElement> polygon(FilmPlacement where, Polygonal polygon) {
    List<PathElement> elements = new ArrayList<>();
    for (Polygonal.Vertex vertex : polygon.vertices()) {
      double x = where.paneX(vertex.column() + 0.5);
      double y = where.paneY(vertex.row() + 0.5);
      elements.add(elements.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
    }
    if (!elements.isEmpty()) {
      elements.add(new ClosePath());
    }
    return elements;
  }
}
