package negatoscope.workstation.viewer;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import negatoscope.rendering.Rendering;

/** The visible part of the film as an image of screen pixels, drawn into one reused buffer. */
final class FilmImage {
  /** The buffer grows in such steps, so that dragging the window's edge rarely makes a new one. */
  private static final int STEP = 256;

  private final ImageView view = new ImageView();
  private final FilmRaster raster = new FilmRaster();
  private int[] pixels = new int[0];
  private PixelBuffer<IntBuffer> buffer = buffer(1, 1);

  FilmImage() {
    view.setSmooth(false);
    view.setManaged(false);
    view.setId("film");
  }

  ImageView view() {
    return view;
  }

  void clear() {
    view.setVisible(false);
  }

  /**
   * Draws.
   *
   * @param scale screen pixels a pane unit
   */
  void draw(Rendering rendering, FilmPyramid pyramid, FilmPlacement placement, double scale) {
    FilmRaster.Area area = FilmRaster.visible(placement, scale);
    view.setVisible(!area.isEmpty());
    if (area.isEmpty()) {
      return;
    }
    if (area.width() > buffer.getWidth() || area.height() > buffer.getHeight()) {
      buffer = buffer(roundedUp(area.width()), roundedUp(area.height()));
      view.setImage(new WritableImage(buffer));
    }
    buffer.updateBuffer(
        same -> {
          raster.draw(rendering, pyramid, placement, scale, pixels, same.getWidth());
          return new Rectangle2D(0, 0, area.width(), area.height());
        });
    view.setViewport(new Rectangle2D(0, 0, area.width(), area.height()));
    view.setX(area.x() / scale);
    view.setY(area.y() / scale);
    view.setFitWidth(area.width() / scale);
    view.setFitHeight(area.height() / scale);
  }

  private PixelBuffer<IntBuffer> buffer(int width, int height) {
    pixels = new int[width * height];
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }

  private static int roundedUp(int length) {
    return (length + STEP - 1) / STEP * STEP;
  }
}
