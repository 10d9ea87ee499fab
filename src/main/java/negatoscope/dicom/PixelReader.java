package negatoscope.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.film.FilmException;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;

/** Turns uncompressed Pixel Data into the stored samples of each frame (PS3.5 section 8). */
final class PixelReader {
  private PixelReader() {}

  /**
   * The frames of a file.
   *
   * @param pixels the value of Pixel Data, little endian
   * @throws FilmException CORRUPT_PIXELS where there are fewer bytes than the header says
   */
  static List<Samples> frames(Path file, PixelFormat format, byte[] pixels) {
    long frameBytes = format.frameBytes();
    if (pixels.length / frameBytes < format.frames()) {
      throw new FilmException(
          ErrorCode.CORRUPT_PIXELS,
          file,
          "has %d bytes of pixels, too few for %d frames of %d x %d."
              .formatted(pixels.length, format.frames(), format.width(), format.height()),
          "Export the film again from where it comes from.");
    }
    List<Samples> frames = new ArrayList<>();
    for (int i = 0; i < format.frames(); i++) {
      frames.add(frame(format, pixels, Math.toIntExact(i * frameBytes)));
    }
    return frames;
  }

  private static Samples frame(PixelFormat format, byte[] pixels, int offset) {
    if (format.samples() == 3) {
      return luma(format, pixels, offset);
    }
    return format.allocated() == 16
        ? shorts(format, pixels, offset)
        : bytes(format, pixels, offset);
  }

  private static Samples shorts(PixelFormat format, byte[] pixels, int offset) {
    short[] values = new short[format.width() * format.height()];
    ShortBuffer words =
        ByteBuffer.wrap(pixels, offset, 2 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    words.get(values);
    int left = 16 - format.stored() - format.shift();
    int right = 16 - format.stored();
    if (right > 0) {
      for (int i = 0; i < values.length; i++) {
        short raised = (short) (values[i] << left);
        values[i] = (short) (format.signed() ? raised >> right : (raised & 0xFFFF) >> right);
      }
    }
    return Samples.of16(format.width(), format.height(), format.stored(), format.signed(), values);
  }

  private static Samples bytes(PixelFormat format, byte[] pixels, int offset) {
    int count = format.width() * format.height();
    byte[] values =
        pixels.length == count
            ? pixels
            : java.util.Arrays.copyOfRange(pixels, offset, offset + count);
    int left = 8 - format.stored() - format.shift();
    int right = 8 - format.stored();
    if (right > 0) {
      for (int i = 0; i < count; i++) {
        byte raised = (byte) (values[i] << left);
        values[i] = (byte) (format.signed() ? raised >> right : (raised & 0xFF) >> right);
      }
    }
    return Samples.of8(format.width(), format.height(), format.stored(), format.signed(), values);
  }

  /** The luma of RGB, 0.299 R + 0.587 G + 0.114 B, half up. */
  private static Samples luma(PixelFormat format, byte[] pixels, int offset) {
    int count = format.width() * format.height();
    int step = format.planar() ? 1 : 3;
    int plane = format.planar() ? count : 1;
    byte[] values = new byte[count];
    for (int i = 0, at = offset; i < count; i++, at += step) {
      int red = pixels[at] & 0xFF;
      int green = pixels[at + plane] & 0xFF;
      int blue = pixels[at + 2 * plane] & 0xFF;
      values[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return Samples.of8(format.width(), format.height(), 8, false, values);
  }
}
