package negatoscope.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import negatoscope.codec.FrameShape;

/**
 * Writes lossless JPEG 2000 streams of 8 bits for tests, by the library's writer. With more bits,
 * of colours with more than 7, it loses the lowest ones of some pictures: OpenJPEG reads the same
 * from what it wrote.
 */
final class Jpeg2000Encoder {
  private Jpeg2000Encoder() {}

  /**
   * A stream of samples that lie by pixel.
   *
   * @param tile side of the tiles, or 0 for one
   * @param bare without the boxes of JP2
   */
  static byte[] encode(int[] samples, FrameShape shape, int tile, boolean bare) {
    int type = DataBuffer.TYPE_BYTE;
    WritableRaster raster =
        Raster.createInterleavedRaster(
            type, shape.width(), shape.height(), shape.components(), new Point());
    raster.setPixels(0, 0, shape.width(), shape.height(), samples);
    int space = shape.components() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, type);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
      writer.setOutput(stream);
      J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
      parameters.setLossless(true);
      parameters.setWriteCodeStreamOnly(bare);
      if (tile > 0) {
        parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setTiling(tile, tile, 0, 0);
      }
      BufferedImage image = new BufferedImage(model, raster, false, null);
      writer.write(null, new IIOImage(image, null, null), parameters);
      writer.dispose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
