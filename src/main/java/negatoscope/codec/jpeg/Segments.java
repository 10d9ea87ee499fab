package negatoscope.codec.jpeg;

import java.util.Arrays;
import negatoscope.codec.CodecException;

/** Walks over a stream's marker segments (T.81 B.1.1). */
final class Segments {
  private final byte[] stream;
  private int at;
  private int body;
  private int length;

  /**
   * Stands before the first segment.
   *
   * @throws CodecException where the stream does not begin with SOI
   */
  Segments(byte[] stream) {
    this.stream = stream;
    if (stream.length < 2 || (stream[0] & 0xFF) != 0xFF || (stream[1] & 0xFF) != Marker.SOI) {
      throw CodecException.corrupt("the JPEG stream does not begin with its start marker.");
    }
    at = 2;
  }

  /** Goes on at a place of the stream, where a scan ended. */
  void moveTo(int place) {
    at = place;
  }

  /** Where what follows the segment begins. */
  int place() {
    return at;
  }

  /** Takes the next segment and gives its marker; EOI has no body. */
  int next() {
    while (at + 1 < stream.length && stream[at] == -1 && stream[at + 1] == -1) {
      at++;
    }
    if (at + 1 >= stream.length) {
      throw ends();
    }
    int marker = stream[at + 1] & 0xFF;
    if (stream[at] != -1 || marker == 0) {
      throw CodecException.corrupt(
          "the JPEG stream has no marker at byte %d, where one must be.".formatted(at));
    }
    at += 2;
    body = at;
    length = 0;
    if (marker == Marker.EOI || marker == Marker.SOI || Marker.isRestart(marker)) {
      return marker;
    }
    if (at + 2 > stream.length) {
      throw ends();
    }
    length = u16At(at) - 2;
    if (length < 0) {
      throw CodecException.corrupt(
          "the JPEG stream has a segment of impossible length at byte %d.".formatted(at));
    }
    body = at + 2;
    if (body + length > stream.length) {
      throw ends();
    }
    at = body + length;
    return marker;
  }

  /** Bytes in the segment's body. */
  int length() {
    return length;
  }

  /** The byte at a place of the body, 0…255. */
  int u8(int index) {
    if (index >= length) {
      throw tooShort();
    }
    return stream[body + index] & 0xFF;
  }

  /** The big-endian word at a place of the body. */
  int u16(int index) {
    return u8(index) << 8 | u8(index + 1);
  }

  /** Some bytes of the body. */
  byte[] bytes(int index, int count) {
    if (index + count > length) {
      throw tooShort();
    }
    return Arrays.copyOfRange(stream, body + index, body + index + count);
  }

  private int u16At(int place) {
    return (stream[place] & 0xFF) << 8 | (stream[place + 1] & 0xFF);
  }

  static CodecException ends() {
    return CodecException.corrupt("the JPEG stream ends before its picture does.");
  }

  private CodecException tooShort() {
    return CodecException.corrupt(
        "the JPEG stream has a segment at byte %d that is too short.".formatted(body - 4));
  }
}
