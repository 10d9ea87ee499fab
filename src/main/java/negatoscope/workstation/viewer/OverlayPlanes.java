package negatoscope.workstation.viewer;

import java.util.Arrays;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.film.Overlay;
import negatoscope.rendering.OverlayMask;

/**
 * A film's overlay planes (group 60xx), ready to be drawn on the screen: drawings as they are,
 * regions of interest by their outline, in one colour with a dark edge that is seen on black and on
 * white.
 */
final class OverlayPlanes {
  static final int COLOUR = 0xFF35D5F5;

  /** Premultiplied. */
  private static final int EDGE = 0xC0000000;

  private final OverlayMask graphics;
  private final OverlayMask regions;

  private OverlayPlanes(OverlayMask graphics, OverlayMask regions) {
    this.graphics = graphics;
    this.regions = regions;
  }

  /** The planes of a film. */
  static OverlayPlanes of(Film film) {
    return new OverlayPlanes(
        mask(film, Overlay.Kind.GRAPHICS), mask(film, Overlay.Kind.REGION_OF_INTEREST));
  }

  private static OverlayMask mask(Film film, Overlay.Kind kind) {
    List<Overlay> planes =
        film.presentation().overlays().stream().filter(plane -> plane.kind() == kind).toList();
    return OverlayMask.of(film.withPresentation(film.presentation().withOverlays(planes)));
  }

  /**
   * Draws the visible part.
   *
   * @param scale screen pixels a pane unit
   * @param target takes premultiplied ARGB, the first pixel of the film's visible area at index 0
   * @param stride from one row to the next in the target
   */
  void draw(FilmPlacement placement, double scale, int[] target, int stride) {
    FilmRaster.Area area = FilmRaster.visible(placement, scale);
    int width = area.width();
    int height = area.height();
    int[] marks = paint(graphics, area, placement, scale);
    if (!regions.isEmpty()) {
      addOutline(paint(regions, area, placement, scale), width, height, marks);
    }
    for (int y = 0; y < height; y++) {
      Arrays.fill(target, y * stride, y * stride + width, 0);
    }
    for (int at = 0; at < marks.length; at++) {
      if (marks[at] != 0) {
        edge(at % width, at / width, width, height, target, stride);
      }
    }
    for (int at = 0; at < marks.length; at++) {
      if (marks[at] != 0) {
        target[at / width * stride + at % width] = COLOUR;
      }
    }
  }

  private static int[] paint(
      OverlayMask mask, FilmRaster.Area area, FilmPlacement placement, double scale) {
    double columns = 1 / (placement.zoomX() * scale);
    double rows = 1 / (placement.zoomY() * scale);
    return mask.paint(
        (area.x() - Math.round(placement.left() * scale)) * columns,
        (area.y() - Math.round(placement.top() * scale)) * rows,
        area.width() * columns,
        area.height() * rows,
        area.width(),
        area.height(),
        COLOUR);
  }

  /** Marks what touches the outside of a filled region. */
  private static void addOutline(int[] filled, int width, int height, int[] marks) {
    for (int at = 0; at < filled.length; at++) {
      int x = at % width;
      int y = at / width;
      boolean rim =
          x == 0
              || x == width - 1
              || y == 0
              || y == height - 1
              || filled[at - 1] == 0
              || filled[at + 1] == 0
              || filled[at - width] == 0
              || filled[at + width] == 0;
      if (filled[at] != 0 && rim) {
        marks[at] = COLOUR;
      }
    }
  }

  private static void edge(int x, int y, int width, int height, int[] target, int stride) {
    for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
      for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
        target[j * stride + i] = EDGE;
      }
    }
  }
}
