package negatoscope.dicom.builtin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.PixelFormat;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/** Cuts uncompressed Pixel Data into frames (PS3.5 section 8.1). */
final class NativeFrames {
  private NativeFrames() {}

  /**
   * Refuses Pixel Data that is too short.
   *
   * @throws FilmException CORRUPT_PIXELS where there are fewer bytes than the header says
   */
  static void check(Path file, PixelFormat format, byte[] pixels) {
    if (pixels.length / format.frameBytes() < format.frames()) {
      throw new FilmException(
          ErrorCode.CORRUPT_PIXELS,
          file,
          "has %d bytes of pixels, too few for %d frames of %d x %d."
              .formatted(pixels.length, format.frames(), format.width(), format.height()),
          "Export the film again from where it comes from.");
    }
  }

  /** The frame at an index from 0; words are little endian. */
  static Decoded frame(FrameShape shape, PixelFormat format, byte[] pixels, int index) {
    int offset = Math.toIntExact(index * format.frameBytes());
    if (format.allocated() == 16) {
      short[] values = new short[shape.samples()];
      ByteBuffer.wrap(pixels, offset, 2 * values.length)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(values);
      return Decoded.of16(shape, 16, format.signed(), values);
    }
    byte[] values =
        pixels.length == shape.samples()
            ? pixels
            : Arrays.copyOfRange(pixels, offset, offset + shape.samples());
    return Decoded.of8(
        shape, 8, format.signed(), format.planar() ? byPixel(shape, values) : values);
  }

  /** Planes one after the other become samples side by side. */
  private static byte[] byPixel(FrameShape shape, byte[] planes) {
    int pixels = shape.pixels();
    byte[] values = new byte[planes.length];
    for (int i = 0, at = 0; i < pixels; i++) {
      for (int component = 0; component < shape.components(); component++) {
        values[at++] = planes[component * pixels + i];
      }
    }
    return values;
  }
}
