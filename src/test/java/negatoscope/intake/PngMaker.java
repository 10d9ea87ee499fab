package negatoscope.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Puts PNG files together chunk by chunk, so that tests can have any form of it. */
final class PngMaker {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** Starts a file; colour is 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  PngMaker(int width, int height, int bits, int colour) {
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    chunk("IHDR", bytes(i4(width), i4(height), new byte[] {(byte) bits, (byte) colour, 0, 0, 0}));
  }

  /** Adds a chunk with a right check sum. */
  PngMaker chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    file.writeBytes(bytes(i4(body.length), name, body, i4((int) sum.getValue())));
    return this;
  }

  /** Adds the picture: every row of bytes gets filter 0. */
  PngMaker rows(byte[]... rows) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      for (byte[] row : rows) {
        out.write(0);
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return chunk("IDAT", packed.toByteArray());
  }

  /** The finished file. */
  byte[] end() {
    return chunk("IEND", new byte[0]).file.toByteArray();
  }

  /** Bytes from numbers. */
  static byte[] row(int... values) {
    byte[] row = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      row[i] = (byte) values[i];
    }
    return row;
  }

  /** Big-endian words from numbers. */
  static byte[] words(int... values) {
    byte[] row = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      row[2 * i] = (byte) (values[i] >> 8);
      row[2 * i + 1] = (byte) values[i];
    }
    return row;
  }

  private static byte[] i4(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new DataOutputStream(out).writeInt(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
