package negatoscope.workstation.viewer;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A part of the pane as an image of screen pixels, drawn into one reused buffer. */
final class ScreenImage {
  /** The buffer grows in such steps, so that dragging the window's edge rarely makes a new one. */
  private static final int STEP = 256;

  private final ImageView view = new ImageView();
  private int[] pixels = new int[0];
  private PixelBuffer<IntBuffer> buffer = buffer(1, 1);

  /** Fills the buffer. */
  interface Painter {
    /**
     * Paints.
     *
     * @param target takes premultiplied ARGB pixels
     * @param stride from one row to the next
     */
    void paint(int[] target, int stride);
  }

  ScreenImage(String id) {
    view.setSmooth(false);
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setId(id);
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
   * @param area in screen pixels
   * @param scale screen pixels a pane unit
   */
  void draw(FilmRaster.Area area, double scale, Painter painter) {
    view.setVisible(!area.isEmpty());
    if (area.isEmpty()) {
      return;
    }
    if (area.width() > buffer.getWidth() || area.height() > buffer.getHeight()) {
      buffer = buffer(roundedUp(area.width()), roundedUp(area.height()));
      view.setImage(new WritableImage(buffer));
    }
    Rectangle2D drawn = new Rectangle2D(0, 0, area.width(), area.height());
    buffer.updateBuffer(
        same -> {
          painter.paint(pixels, same.getWidth());
          return drawn;
        });
    view.setViewport(drawn);
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
