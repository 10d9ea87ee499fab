package negatoscope.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import negatoscope.film.Samples;

/**
 * Writes grey pictures of 8 and 16 bits, and RGB pictures of 8, as PNG (ISO/IEC 15948), without
 * colour management.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GREATEST_STORED_BLOCK = 65535;

  /**
   * A sheet of a heat map takes a third of the time that it takes by level 6, and 17 % more room.
   */
  private static final int LEVEL = 3;

  /** How the pixels are packed. */
  public enum Packing {
    /** Deflated; the bytes may differ from one Java to the next, the pixels never. */
    SMALL,
    /** Not compressed; the same bytes everywhere. */
    STABLE
  }

  /** Bit depth and colour type of a PNG, and bytes a pixel. */
  private enum Layout {
    GREY_8(8, 0, 1),
    GREY_16(16, 0, 2),
    RGB_8(8, 2, 3);

    private final int depth;
    private final int colourType;
    private final int bytes;

    Layout(int depth, int colourType, int bytes) {
      this.depth = depth;
      this.colourType = colourType;
      this.bytes = bytes;
    }
  }

  private PngWriter() {}

  /** Writes a picture beside its place, then moves it there. */
  public static void write(Path file, GreyPicture picture) throws IOException {
    write(file, encode(picture, Packing.SMALL));
  }

  /**
   * Writes stored samples as they are: the PNG's value is the stored value − {@link Samples#least};
   * 16 bits, or 8 where the samples have 8.
   */
  public static void write(Path file, Samples stored) throws IOException {
    write(file, encode(stored));
  }

  /** The bytes of a PNG file of 8 bits. */
  public static byte[] encode(GreyPicture picture, Packing packing) {
    return encode(Layout.GREY_8, picture.width(), picture.height(), picture.pixels(), packing);
  }

  /** The bytes of a PNG file of RGB pixels, 8 bits a channel. */
  public static byte[] encode(ColourPicture picture) {
    return encode(Layout.RGB_8, picture.width(), picture.height(), picture.rgb(), Packing.SMALL);
  }

  /** The bytes of a PNG file of stored samples, see {@link #write(Path, Samples)}. */
  public static byte[] encode(Samples stored) {
    int bytes = stored.bitsAllocated() / 8;
    byte[] data = new byte[stored.count() * bytes];
    for (int i = 0, at = 0; i < stored.count(); i++) {
      int value = stored.at(i) - stored.least();
      if (bytes == 2) {
        data[at++] = (byte) (value >> 8);
      }
      data[at++] = (byte) value;
    }
    Layout layout = bytes == 2 ? Layout.GREY_16 : Layout.GREY_8;
    return encode(layout, stored.width(), stored.height(), data, Packing.SMALL);
  }

  private static byte[] encode(Layout layout, int width, int height, byte[] data, Packing packing) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) layout.depth)
            .put((byte) layout.colourType)
            .put(new byte[3])
            .array();
    byte[] rows = filtered(data, width * layout.bytes, height, packing);
    byte[] packed = packing == Packing.SMALL ? deflated(rows) : stored(rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length + 64);
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", packed);
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Each row with its filter before it: Up where that helps packing, else None. */
  private static byte[] filtered(byte[] data, int stride, int height, Packing packing) {
    byte[] rows = new byte[Math.multiplyExact(stride + 1, height)];
    int at = 0;
    for (int row = 0; row < height; row++) {
      boolean up = packing == Packing.SMALL && row > 0;
      rows[at++] = (byte) (up ? 2 : 0);
      for (int i = row * stride; i < (row + 1) * stride; i++) {
        rows[at++] = (byte) (up ? data[i] - data[i - stride] : data[i]);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater(LEVEL);
    ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 2);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(out, deflater, 1 << 16)) {
      zip.write(rows);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** A zlib stream of stored blocks (RFC 1950, RFC 1951 3.2.4). */
  private static byte[] stored(byte[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length + 64);
    out.write(0x78);
    out.write(0x01);
    for (int from = 0; from < rows.length; from += GREATEST_STORED_BLOCK) {
      int length = Math.min(GREATEST_STORED_BLOCK, rows.length - from);
      out.write(from + length == rows.length ? 1 : 0);
      out.write(length);
      out.write(length >> 8);
      out.write(~length);
      out.write(~length >> 8);
      out.write(rows, from, length);
    }
    Adler32 sum = new Adler32();
    sum.update(rows);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** Puts bytes into a file so that it is either the old one or the whole new one. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path aside = Files.createTempFile(folder, ".negatoscope", ".png");
    try {
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
