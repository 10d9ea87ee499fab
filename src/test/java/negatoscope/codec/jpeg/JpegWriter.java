package negatoscope.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** Writes marker segments and entropy-coded bits (T.81 annex B). */
final class JpegWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int count;

  void marker(int code) {
    out.write(0xFF);
    out.write(code);
  }

  /** A segment whose body is these bytes. */
  void segment(int code, int... body) {
    marker(code);
    word(body.length + 2);
    for (int each : body) {
      out.write(each);
    }
  }

  void word(int value) {
    out.write(value >> 8);
    out.write(value);
  }

  void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /** Bits of a scan, 0 to 32 of them, the highest first. */
  void bits(long value, int number) {
    bits = bits << number | (value & ((1L << number) - 1));
    count += number;
    while (count >= 8) {
      count -= 8;
      int next = (int) (bits >>> count) & 0xFF;
      out.write(next);
      if (next == 0xFF) {
        out.write(0);
      }
    }
  }

  /** A difference or coefficient in as many bits as it has (T.81 F.1.2.1). */
  void signed(int value, int size) {
    bits(value < 0 ? value - 1L : value, size);
  }

  /** Fills the last byte of a scan or a restart interval up with ones. */
  void flush() {
    if (count > 0) {
      bits(0xFF, 8 - count);
    }
  }

  byte[] stream() {
    return out.toByteArray();
  }

  int size() {
    return out.size();
  }
}
