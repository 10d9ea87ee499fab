package negatoscope.codec.jpeg2000;

import negatoscope.codec.CodecException;

/**
 * A part of a stream, read from front to back, numbers in big endian.
 *
 * <p>Reading beyond its end is CORRUPT_PIXELS.
 */
final class Bytes {
  private final byte[] stream;
  private final int end;
  private int position;

  /** The bytes from {@code position} to {@code end}, which lie inside the stream. */
  Bytes(byte[] stream, int position, int end) {
    this.stream = stream;
    this.position = position;
    this.end = end;
  }

  /** The next byte. */
  int u8() {
    need(1);
    return stream[position++] & 0xFF;
  }

  /** The next two bytes. */
  int u16() {
    return u8() << 8 | u8();
  }

  /** The next four bytes, unsigned. */
  long u32() {
    return (long) u16() << 16 | u16();
  }

  /** Goes on behind {@code count} bytes, which must be there. */
  void skip(long count) {
    need(count);
    position += (int) count;
  }

  /** The next {@code count} bytes as a part of their own, which are skipped here. */
  Bytes part(long count) {
    int start = position;
    skip(count);
    return new Bytes(stream, start, position);
  }

  /** The marker segment whose length stands next, without its length. */
  Bytes segment() {
    int length = u16();
    if (length < 2) {
      throw ends();
    }
    return part(length - 2);
  }

  /** Where reading goes on in the stream. */
  int position() {
    return position;
  }

  /** Bytes that were not read yet. */
  int left() {
    return end - position;
  }

  private void need(long count) {
    if (count < 0 || count > left()) {
      throw ends();
    }
  }

  static CodecException ends() {
    return CodecException.corrupt("the JPEG 2000 stream ends before its picture is complete.");
  }
}
