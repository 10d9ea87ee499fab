package negatoscope.workstation.viewer;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import negatoscope.rendering.HeatOverlay;
import org.jspecify.annotations.Nullable;

/**
 * The heat map over the film: painted once, at opacity 1, in a picture of moderate size that the
 * graphics card then scales and blends; so that moving it, and its opacity, cost nothing.
 */
final class OverlayImage {
  /** Pixels of the longer side; a heat map has some ten cells. */
  private static final int SIDE = 600;

  private final ImageView view = new ImageView();
  private @Nullable HeatOverlay painted;
  private @Nullable Film paintedFor;

  /** The shape that it was painted for. */
  private record Film(int width, int height, double aspect) {}

  OverlayImage() {
    view.setSmooth(true);
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setId("overlay");
  }

  ImageView view() {
    return view;
  }

  /** Paints where the overlay is another one, and lays it over the film. */
  void show(HeatOverlay overlay, FilmPlacement placement) {
    Film film = new Film(placement.filmWidth(), placement.filmHeight(), placement.aspect());
    if (!overlay.equals(painted) || !film.equals(paintedFor)) {
      paint(overlay, film);
      painted = overlay;
      paintedFor = film;
    }
    view.setX(placement.left());
    view.setY(placement.top());
    view.setFitWidth(placement.shownWidth());
    view.setFitHeight(placement.shownHeight());
  }

  private void paint(HeatOverlay overlay, Film film) {
    double tall = film.height * film.aspect;
    double side = SIDE / Math.max(film.width, tall);
    int width = (int) Math.max(1, Math.round(film.width * side));
    int height = (int) Math.max(1, Math.round(tall * side));
    int[] pixels = pixels(overlay, film.width, film.height, width, height);
    WritableImage image =
        view.getImage() instanceof WritableImage old
                && old.getWidth() == width
                && old.getHeight() == height
            ? old
            : new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    view.setImage(image);
  }

  static int[] pixels(HeatOverlay overlay, int filmWidth, int filmHeight, int width, int height) {
    return halved(overlay.paint(0, 0, filmWidth, filmHeight, 2 * width, 2 * height), width, height);
  }

  /** Means of 2 × 2 pixels, so that the edge at the threshold is soft. */
  private static int[] halved(int[] fine, int width, int height) {
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      int upper = 4 * y * width;
      int lower = upper + 2 * width;
      for (int x = 0; x < width; x++) {
        int at = 2 * x;
        pixels[y * width + x] =
            mean(fine[upper + at], fine[upper + at + 1], fine[lower + at], fine[lower + at + 1]);
      }
    }
    return pixels;
  }

  /** The mean of four premultiplied colours, two channels at a time. */
  private static int mean(int a, int b, int c, int d) {
    int mask = 0x00FF00FF;
    int even = (a & mask) + (b & mask) + (c & mask) + (d & mask) + 0x00020002;
    int odd = (a >>> 8 & mask) + (b >>> 8 & mask) + (c >>> 8 & mask) + (d >>> 8 & mask);
    return (even >>> 2 & mask) | ((odd + 0x00020002) >>> 2 & mask) << 8;
  }
}
