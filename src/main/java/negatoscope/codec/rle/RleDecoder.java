package negatoscope.codec.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/**
 * RLE compression of PS3.5 annex G: a header of 16 little-endian words (the number of segments and
 * where each begins), then a segment for each byte of a pixel, the first component's most
 * significant byte first.
 */
public final class RleDecoder {
  private static final int HEADER = 64;
  private static final int MOST_SEGMENTS = 15;

  /** The control byte that stands for nothing. */
  private static final int NOTHING = -128;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private RleDecoder() {}

  /**
   * The samples of a frame, unsigned; a frame padded at its end is sound.
   *
   * @param bytesPerSample 1 or 2 (Bits Allocated 8 or 16)
   * @throws CodecException CORRUPT_PIXELS unless every segment gives exactly one byte for each
   *     pixel
   */
  public static Decoded decode(byte[] stream, FrameShape expected, int bytesPerSample) {
    if (bytesPerSample != 1 && bytesPerSample != 2) {
      throw new IllegalArgumentException("samples of %d bytes".formatted(bytesPerSample));
    }
    int segments = expected.components() * bytesPerSample;
    int[] offsets = offsets(stream, segments);
    for (int i = 0; i < segments; i++) {
      check(stream, offsets[i], offsets[i + 1], expected.pixels(), i);
    }
    byte[] plane = new byte[expected.pixels()];
    if (bytesPerSample == 1) {
      byte[] samples = segments == 1 ? plane : new byte[expected.samples()];
      for (int i = 0; i < segments; i++) {
        unpack(stream, offsets[i], plane);
        if (segments > 1) {
          for (int from = 0, to = i; from < plane.length; from++, to += segments) {
            samples[to] = plane[from];
          }
        }
      }
      return Decoded.of8(expected, 8, false, samples);
    }
    short[] samples = new short[expected.samples()];
    for (int i = 0; i < segments; i++) {
      unpack(stream, offsets[i], plane);
      int shift = (i & 1) == 0 ? 8 : 0;
      for (int from = 0, to = i >> 1; from < plane.length; from++, to += expected.components()) {
        samples[to] |= (short) ((plane[from] & 0xFF) << shift);
      }
    }
    return Decoded.of16(expected, 16, false, samples);
  }

  /** Where the segments begin, and where the last one ends. */
  private static int[] offsets(byte[] stream, int segments) {
    if (stream.length < HEADER) {
      throw CodecException.corrupt("the RLE stream is shorter than its header.");
    }
    int said = (int) INT.get(stream, 0);
    if (said < 1 || said > MOST_SEGMENTS) {
      throw CodecException.corrupt(
          "the RLE stream says that it has %d segments; it may have 1 to %d."
              .formatted(Integer.toUnsignedLong(said), MOST_SEGMENTS));
    }
    if (said != segments) {
      throw CodecException.corrupt(
          "the RLE stream has %d segments where the pixels need %d.".formatted(said, segments));
    }
    int[] offsets = new int[segments + 1];
    offsets[segments] = stream.length;
    for (int i = segments - 1; i >= 0; i--) {
      int offset = (int) INT.get(stream, 4 * (i + 1));
      if (offset < HEADER || offset > offsets[i + 1]) {
        throw CodecException.corrupt(
            "the RLE stream has its segment %d at byte %d, which is outside its place."
                .formatted(i + 1, Integer.toUnsignedLong(offset)));
      }
      offsets[i] = offset;
    }
    return offsets;
  }

  /** Refuses a segment that does not give exactly its bytes, before any room is made for them. */
  private static void check(byte[] stream, int from, int end, int pixels, int segment) {
    int left = pixels;
    int at = from;
    while (left > 0) {
      if (at >= end) {
        throw cut(segment);
      }
      int control = stream[at++];
      left -= length(control);
      at += control >= 0 ? length(control) : control == NOTHING ? 0 : 1;
    }
    if (at > end) {
      throw cut(segment);
    }
    boolean surplus = left < 0;
    for (; at < end; at++) {
      surplus |= stream[at] != 0 && stream[at] != NOTHING;
    }
    if (surplus) {
      throw CodecException.corrupt(
          "the RLE stream's segment %d holds more than its pixels.".formatted(segment + 1));
    }
  }

  /** Fills the plane from one segment (PS3.5 G.3.2) that has been checked. */
  private static void unpack(byte[] stream, int from, byte[] plane) {
    int at = from;
    for (int to = 0; to < plane.length; ) {
      int control = stream[at++];
      int length = length(control);
      if (control >= 0) {
        System.arraycopy(stream, at, plane, to, length);
        at += length;
      } else if (control != NOTHING) {
        Arrays.fill(plane, to, to + length, stream[at++]);
      }
      to += length;
    }
  }

  /** Bytes that a control byte stands for. */
  private static int length(int control) {
    return control >= 0 ? control + 1 : control == NOTHING ? 0 : 1 - control;
  }

  private static CodecException cut(int segment) {
    return CodecException.corrupt(
        "the RLE stream's segment %d ends before its last pixel.".formatted(segment + 1));
  }
}
