package negatoscope.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import negatoscope.codec.CodecException;

/**
 * The entropy-coded bits of a scan (T.81 F.2.2.5). Stuffed zero bytes are taken out; behind the
 * last bit before a marker come zeros, and {@link #check} tells whether any of them was used.
 */
final class BitReader {
  /** Bits that {@link #fill} makes sure of: the longest code and the longest value behind it. */
  private static final int ENOUGH = 32;

  /** Some encoders fill the last word of a scan up; more than that means that bits were lost. */
  private static final int MOST_BYTES_LEFT = 8;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] stream;
  private int at;
  private long bits;
  private int count;
  private int invented;

  BitReader(byte[] stream, int at) {
    this.stream = stream;
    this.at = at;
  }

  /** The next 16 bits, which stay; 16 more are there behind them. */
  int peek16() {
    if (count < ENOUGH) {
      fill();
    }
    return (int) (bits >>> (count - 16)) & 0xFFFF;
  }

  /** Passes over bits that {@link #peek16} has made sure of. */
  void skip(int number) {
    count -= number;
  }

  /** The next bits, 0 to 16 of them, as a number. */
  int bits(int number) {
    if (count < number) {
      fill();
    }
    count -= number;
    return (int) (bits >>> count) & ((1 << number) - 1);
  }

  /** The next bits as a difference or coefficient of that many bits (T.81 F.2.2.1, EXTEND). */
  int signed(int number) {
    int value = bits(number);
    return number > 0 && value >> (number - 1) == 0 ? value - (1 << number) + 1 : value;
  }

  /** Refuses a scan that has used up its bits. */
  void check() {
    if (invented > count) {
      throw cut();
    }
  }

  /** What bits that mean nothing tell: damage, or an end where they are only zeros behind it. */
  CodecException damage() {
    return invented > 0
        ? cut()
        : CodecException.corrupt("the JPEG stream's coded data is damaged.");
  }

  private static CodecException cut() {
    return CodecException.corrupt("the JPEG stream's coded data ends before its picture does.");
  }

  /**
   * Passes over a restart marker (T.81 F.2.1.3.1).
   *
   * @param number which of the eight it must be
   */
  void restart(int number) {
    int marker = end();
    if (marker + 1 >= stream.length || (stream[marker + 1] & 0xFF) != Marker.RST0 + number) {
      throw CodecException.corrupt("the JPEG stream lacks a restart marker.");
    }
    at = marker + 2;
    bits = 0;
    count = 0;
    invented = 0;
  }

  /** Ends the scan and says where the marker behind it, or the stream's end, is. */
  int end() {
    check();
    int left = (count - invented) / 8;
    while (at < stream.length && !atMarker()) {
      left++;
      at++;
    }
    if (left > MOST_BYTES_LEFT) {
      throw CodecException.corrupt("the JPEG stream's coded data goes on behind its picture.");
    }
    while (at + 1 < stream.length && stream[at + 1] == -1) {
      at++;
    }
    return at;
  }

  private boolean atMarker() {
    return stream[at] == -1 && (at + 1 == stream.length || stream[at + 1] != 0);
  }

  private void fill() {
    if (at + 4 <= stream.length) {
      int four = (int) INT.get(stream, at);
      // No byte is FF where none of the complement is zero.
      if (((~four - 0x01010101) & four & 0x80808080) == 0) {
        bits = bits << 32 | (four & 0xFFFFFFFFL);
        count += 32;
        at += 4;
        return;
      }
    }
    while (count < ENOUGH) {
      bits <<= 8;
      count += 8;
      if (at == stream.length || atMarker()) {
        invented += 8;
      } else {
        bits |= stream[at] & 0xFF;
        at += stream[at] == -1 ? 2 : 1;
      }
    }
  }
}
