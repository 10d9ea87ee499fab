package negatoscope.workstation.studies;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import negatoscope.rendering.GreyPicture;

/** Grey pictures as JavaFX images. */
public final class GreyImage {
  private static final PixelFormat<java.nio.ByteBuffer> GREYS =
      PixelFormat.createByteIndexedInstance(greys());

  private GreyImage() {}

  /** A picture of the same size. */
  public static Image of(GreyPicture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0, 0, picture.width(), picture.height(), GREYS, picture.pixels(), 0, picture.width());
    return image;
  }

  private static int[] greys() {
    int[] greys = new int[256];
    for (int i = 0; i < 256; i++) {
      greys[i] = 0xFF000000 | i << 16 | i << 8 | i;
    }
    return greys;
  }
}
