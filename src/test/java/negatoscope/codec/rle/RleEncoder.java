package negatoscope.codec.rle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import negatoscope.codec.Decoded;

/** Packs samples as PS3.5 annex G says. */
public final class RleEncoder {
  private RleEncoder() {}

  /** A frame of one segment for each byte of a pixel. */
  public static byte[] encode(Decoded frame) {
    int components = frame.shape().components();
    List<byte[]> segments = new ArrayList<>();
    for (int component = 0; component < components; component++) {
      if (frame.bits() > 8) {
        segments.add(segment(plane(frame, component, 8)));
      }
      segments.add(segment(plane(frame, component, 0)));
    }
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(segments.size());
    int at = 64;
    for (byte[] segment : segments) {
      header.putInt(at);
      at += segment.length;
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(header.array());
    segments.forEach(stream::writeBytes);
    return stream.toByteArray();
  }

  private static byte[] plane(Decoded frame, int component, int shift) {
    byte[] plane = new byte[frame.shape().pixels()];
    for (int i = 0; i < plane.length; i++) {
      int at = i * frame.shape().components() + component;
      plane[i] = (byte) (frame.bits() > 8 ? frame.shorts()[at] >> shift : frame.bytes()[at]);
    }
    return plane;
  }

  /** Runs of three and more are packed; the segment is made even (PS3.5 G.3.1). */
  private static byte[] segment(byte[] plane) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int at = 0;
    while (at < plane.length) {
      int run = run(plane, at);
      if (run >= 3) {
        packed.write(1 - run);
        packed.write(plane[at]);
        at += run;
      } else {
        int end = at;
        while (end < plane.length && end - at < 128 && run(plane, end) < 3) {
          end++;
        }
        packed.write(end - at - 1);
        packed.write(plane, at, end - at);
        at = end;
      }
    }
    if (packed.size() % 2 == 1) {
      packed.write(0);
    }
    return packed.toByteArray();
  }

  private static int run(byte[] plane, int at) {
    int end = at + 1;
    while (end < plane.length && end - at < 128 && plane[end] == plane[at]) {
      end++;
    }
    return end - at;
  }
}
