package negatoscope.dicom.builtin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Vr;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/** Reads uncompressed frames (PS3.5 sections 8.1 and 8.2), each when it is asked for. */
final class NativeFrames implements FrameSource {
  /** Divided by all sizes of a unit of samples. */
  private static final int PIECE = 3 << 14;

  private final ElementInput in;
  private final PixelPlace place;
  private final PixelFormat format;
  private final FrameShape shape;

  private NativeFrames(ElementInput in, PixelPlace place, PixelFormat format) {
    this.in = in;
    this.place = place;
    this.format = format;
    this.shape = new FrameShape(format.width(), format.height(), format.samples());
  }

  /**
   * The frames of a value whose length fits the header.
   *
   * @throws FilmException TRUNCATED where the file ends before, CORRUPT_PIXELS where the value is
   *     too short
   */
  static NativeFrames of(DicomFile file, PixelPlace place, PixelFormat format) {
    ElementInput in = file.in();
    // No overflow: at most 2^31 frames of 2^29 bytes.
    long needed = format.frames() * format.frameBytes();
    long there = Math.min(place.length(), in.source().size() - place.at());
    if (there < place.length() && there < needed) {
      throw new FilmException(
          ErrorCode.TRUNCATED,
          in.file(),
          "ends in the middle of its pixels: %d of %d bytes are there."
              .formatted(there, place.length()),
          "Get the file again from where it comes from.");
    }
    if (there < needed) {
      throw new FilmException(
          ErrorCode.CORRUPT_PIXELS,
          in.file(),
          "has %d bytes of pixels, too few for %d frames of %d x %d."
              .formatted(there, format.frames(), format.width(), format.height()),
          "Export the film again from where it comes from.");
    }
    if (there < place.length()) {
      file.repairs()
          .pixels("The file ends before the length that it says, yet the picture is whole.");
    } else if (there > needed + 1) {
      file.repairs()
          .pixels(
              "The file has %d bytes more than the picture needs; they were left out."
                  .formatted(there - needed));
    }
    return new NativeFrames(in, place, format);
  }

  @Override
  public Frame frame(int index) {
    long from = index * format.frameBytes();
    PhotometricInterpretation photometric =
        format.photometric().orElse(PhotometricInterpretation.MONOCHROME2);
    if (format.allocated() == 16) {
      return new Frame(Decoded.of16(shape, 16, format.signed(), words(from)), photometric);
    }
    boolean shared = photometric == PhotometricInterpretation.YBR_FULL_422;
    byte[] values = new byte[shape.samples()];
    if (shared) {
      shared(from, values);
    } else if (format.planar() && format.samples() == 3) {
      planes(from, values);
    } else {
      bytes(from, values);
    }
    return new Frame(
        Decoded.of8(shape, 8, format.signed(), values),
        shared ? PhotometricInterpretation.YBR_FULL : photometric);
  }

  private short[] words(long from) {
    short[] values = new short[shape.samples()];
    boolean big = in.isBigEndian();
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer piece = ByteBuffer.wrap(new byte[(int) Math.min(PIECE, 2L * values.length)]);
    in.moveTo(place.at() + from);
    for (int done = 0; done < values.length; ) {
      int count = Math.min(values.length - done, piece.capacity() / 2);
      in.read(piece.array(), 0, 2 * count);
      piece.clear().order(order).asShortBuffer().get(values, done, count);
      done += count;
    }
    return values;
  }

  private void bytes(long from, byte[] values) {
    if (!isSwapped()) {
      in.moveTo(place.at() + from);
      in.read(values, 0, values.length);
      return;
    }
    pieces(
        from,
        values.length,
        (piece, offset, done, count) -> System.arraycopy(piece, offset, values, done, count));
  }

  /** Planes one after the other become samples side by side. */
  private void planes(long from, byte[] values) {
    for (int component = 0; component < 3; component++) {
      int first = component;
      pieces(
          from + (long) component * shape.pixels(),
          shape.pixels(),
          (piece, offset, done, count) -> {
            for (int i = 0, at = 3 * done + first; i < count; i++, at += 3) {
              values[at] = piece[offset + i];
            }
          });
    }
  }

  /** Of two pixels both luma, then the chroma that they share (PS3.3 C.7.6.3.1.2). */
  private void shared(long from, byte[] values) {
    pieces(
        from,
        2 * shape.pixels(),
        (piece, offset, done, count) -> {
          int at = done / 4 * 6;
          for (int i = offset; i < offset + count; i += 4) {
            values[at] = piece[i];
            values[at + 3] = piece[i + 1];
            values[at + 1] = piece[i + 2];
            values[at + 4] = piece[i + 2];
            values[at + 2] = piece[i + 3];
            values[at + 5] = piece[i + 3];
            at += 6;
          }
        });
  }

  /** Takes a piece of bytes: where they begin in it, how many came before, how many they are. */
  private interface Taker {
    void take(byte[] piece, int offset, int done, int count);
  }

  private void pieces(long from, int length, Taker taker) {
    byte[] piece = new byte[Math.min(PIECE, length) + 2];
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, PIECE);
      // Words are turned round whole, also where a frame begins in the middle of one.
      int before = isSwapped() ? (int) ((from + done) & 1) : 0;
      long start = from + done - before;
      int whole = isSwapped() ? (before + count + 1) & ~1 : count;
      int read = (int) Math.min(whole, place.length() - start);
      in.moveTo(place.at() + start);
      in.read(piece, 0, read);
      if (isSwapped()) {
        BigEndian.swap(piece, 0, read, 2);
      }
      taker.take(piece, before, done, count);
      done += count;
    }
  }

  /** Whether bytes stand in words whose high byte comes first (PS3.5 annex D). */
  private boolean isSwapped() {
    return in.isBigEndian() && place.vr() == Vr.OW && format.allocated() == 8;
  }
}
