package negatoscope.codec.jpegls;

import negatoscope.codec.CodecException;

/** What a marker segment holds behind its length, read from front to back. */
final class Segment {
  private final byte[] stream;
  private final int end;
  private int position;

  private Segment(byte[] stream, int position, int end) {
    this.stream = stream;
    this.position = position;
    this.end = end;
  }

  /**
   * The segment whose two bytes of length stand at a place.
   *
   * @throws CodecException CORRUPT_PIXELS where the stream ends first
   */
  static Segment at(byte[] stream, int position) {
    int length = new Segment(stream, position, stream.length).number(2);
    if (length < 2 || length > stream.length - position) {
      throw tooShort();
    }
    return new Segment(stream, position + 2, position + length);
  }

  /** The next number of some bytes, at most four. */
  int number(int bytes) {
    if (bytes > end - position) {
      throw tooShort();
    }
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | (stream[position++] & 0xFF);
    }
    return value;
  }

  /** Bytes that were not read yet. */
  int left() {
    return end - position;
  }

  /** Where the segment ends in the stream. */
  int end() {
    return end;
  }

  private static CodecException tooShort() {
    return CodecException.corrupt("the JPEG-LS stream ends inside a part of its header.");
  }
}
