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
  private static final int SIDE = 640;

  private final ImageView view = new ImageView();
  private @Nullable HeatOverlay painted;
  private int paintedWidth;
  private int paintedHeight;

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
    int width = placement.filmWidth();
    int height = placement.filmHeight();
    if (!overlay.equals(painted) || width != paintedWidth || height != paintedHeight) {
      paint(overlay, width, height);
    }
    view.setX(placement.left());
    view.setY(placement.top());
    view.setFitWidth(width * placement.zoom());
    view.setFitHeight(height * placement.zoom());
  }

  private void paint(HeatOverlay overlay, int filmWidth, int filmHeight) {
    double side = (double) SIDE / Math.max(filmWidth, filmHeight);
    int width = (int) Math.max(1, Math.round(filmWidth * side));
    int height = (int) Math.max(1, Math.round(filmHeight * side));
    int[] pixels = overlay.paint(0, 0, filmWidth, filmHeight, width, height);
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
    painted = overlay;
    paintedWidth = filmWidth;
    paintedHeight = filmHeight;
  }
}
