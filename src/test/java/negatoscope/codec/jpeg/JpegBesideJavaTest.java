package negatoscope.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.Frames;
import negatoscope.task.ErrorCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What Java's own codec writes and reads, decoded here. */
class JpegBesideJavaTest {

  @Property(tries = 200)
  void bothReadTheSame(
      @ForAll @IntRange(min = 1, max = 90) int narrow,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll boolean colour,
      @ForAll boolean progressive,
      @ForAll @IntRange(min = 1, max = 100) int quality,
      @ForAll Random random)
      throws IOException {
    // Chroma of one or two columns is repeated by Java's codec, not interpolated.
    int width = colour ? narrow + 4 : narrow;
    byte[] stream = write(picture(width, height, colour, random), progressive, quality / 100f);
    FrameShape shape = new FrameShape(width, height, colour ? 3 : 1);
    Decoded decoded = JpegDecoder.decode(stream, shape);
    Raster raster = read(stream);
    int worst = 0;
    for (int i = 0; i < shape.samples(); i++) {
      int pixel = i / shape.components();
      int sample = raster.getSample(pixel % width, pixel / width, i % shape.components());
      worst = Math.max(worst, Math.abs(sample - Frames.sample(decoded, i)));
    }
    // Both round once a sample, and chroma once more when it is brought to full size.
    assertThat(worst).isLessThanOrEqualTo(colour ? 2 : 1);
    assertThat(JpegHeader.read(stream).colour())
        .isEqualTo(colour ? JpegHeader.Colour.YCBCR : JpegHeader.Colour.UNSAID);
  }

  @Property(tries = 200)
  void aProgressiveStreamThatIsCutIsRefusedNotBlurred(@ForAll Random random) throws IOException {
    BufferedImage picture = picture(50, 40, random.nextBoolean(), random);
    byte[] stream = write(picture, true, 0.8f);
    FrameShape shape = new FrameShape(50, 40, picture.getRaster().getNumBands());
    byte[] cut = Arrays.copyOf(stream, random.nextInt(stream.length - 3));
    CodecException refused =
        catchThrowableOfType(CodecException.class, () -> JpegDecoder.decode(cut, shape));
    assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_PIXELS);
  }

  private static BufferedImage picture(int width, int height, boolean colour, Random random) {
    BufferedImage picture =
        new BufferedImage(
            width, height, colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
    Decoded frame = Frames.frame(new FrameShape(width, height, colour ? 3 : 1), 8, 0.1, random);
    for (int i = 0; i < frame.shape().samples(); i++) {
      int pixel = i / frame.shape().components();
      picture
          .getRaster()
          .setSample(
              pixel % width, pixel / width, i % frame.shape().components(), frame.bytes()[i] & 255);
    }
    return picture;
  }

  static byte[] write(BufferedImage picture, boolean progressive, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Raster read(byte[] stream) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
      reader.setInput(input);
      return reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
  }
}
