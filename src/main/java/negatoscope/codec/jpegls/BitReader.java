package negatoscope.codec.jpegls;

import negatoscope.codec.CodecException;

/**
 * The entropy-coded bits of a scan. After a byte 0xFF the next one carries seven bits, its first
 * bit being 0 (T.87 A.1); where it is 1 a marker stands there and the bits end.
 */
final class BitReader {
  private final byte[] stream;
  private int position;
  private boolean afterFf;

  /** The next bits, the first one highest; zeros behind them. */
  private long bits;

  private int count;

  /** Bits from a place on. */
  BitReader(byte[] stream, int position) {
    this.stream = stream;
    this.position = position;
  }

  private void fill() {
    while (count <= Long.SIZE - Byte.SIZE && position < stream.length) {
      int next = stream[position] & 0xFF;
      if (next == 0xFF && position + 1 < stream.length && stream[position + 1] < 0) {
        return;
      }
      int width = afterFf ? 7 : 8;
      bits |= (long) next << (Long.SIZE - width - count);
      count += width;
      afterFf = next == 0xFF;
      position++;
    }
  }

  /** A number of {@code width} bits, 0 to 32. */
  int number(int width) {
    if (width == 0) {
      return 0;
    }
    if (count < width) {
      require(width);
    }
    int value = (int) (bits >>> (Long.SIZE - width));
    bits <<= width;
    count -= width;
    return value;
  }

  /**
   * How many zeros come before the next 1, which is read too.
   *
   * @param most a code has no more zeros than these
   */
  int zeros(int most) {
    if (count <= most) {
      fill();
    }
    int zeros = Long.numberOfLeadingZeros(bits);
    if (zeros < count) {
      if (zeros > most) {
        throw tooLong();
      }
      // In two steps, for a shift by 64 is none.
      bits = bits << zeros << 1;
      count -= zeros + 1;
      return zeros;
    }
    zeros = count;
    if (zeros > most) {
      throw tooLong();
    }
    bits = 0;
    count = 0;
    require(1);
    return zeros + zeros(most - zeros);
  }

  private void require(int width) {
    fill();
    if (count < width) {
      throw CodecException.corrupt("the JPEG-LS stream ends before its picture is complete.");
    }
  }

  private static CodecException tooLong() {
    return CodecException.corrupt("the JPEG-LS stream holds a code word that is too long.");
  }

  /**
   * Ends the bits: nothing but the padding of the last byte may be left of them.
   *
   * @return where the next marker begins, or the stream's length
   */
  int end() {
    fill();
    // The padding, and the byte that must follow where the padded one is 0xFF.
    if (count >= 2 * Byte.SIZE) {
      throw CodecException.corrupt("the JPEG-LS stream goes on where its picture is complete.");
    }
    return position;
  }
}
