package negatoscope.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.film.Provenance;
import negatoscope.task.ErrorCode;

/**
 * Reads PNG (ISO/IEC 15948). The chunks that make up the picture are checked and handed to the
 * decoder; all others, gamma and colour profiles among them, are left behind.
 */
final class PngFile {
  private static final int SIGNATURE = 8;

  /** Length, type and check sum of a chunk. */
  private static final int AROUND = 12;

  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final List<String> COLOURS =
      List.of("grey", "?", "RGB", "palette", "grey with alpha", "?", "RGB with alpha");

  /** Deflate turns one byte into at most 1032. */
  private static final long MOST_INFLATION = 1032;

  private PngFile() {}

  static List<Film> read(Path file) {
    byte[] bytes = FirstBytes.all(file);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < SIGNATURE + AROUND + 13) {
      throw cut(file);
    }
    int width = header.getInt(16);
    int height = header.getInt(20);
    int bits = header.get(24);
    int colour = header.get(25);
    if (header.getInt(12) != 0x49484452 || colour < 0 || colour > 6 || bits < 1 || bits > 16) {
      throw PictureDecoder.corrupt(file, "PNG", new IllegalArgumentException("IHDR"));
    }
    FilmSize.check(file, width, height);
    if ((long) width * height * bits / 8 > (long) bytes.length * MOST_INFLATION) {
      throw cut(file);
    }
    byte[] picture = picture(file, bytes);
    String encoding = "%d-bit %s".formatted(bits, COLOURS.get(colour));
    BufferedImage image =
        PictureDecoder.decode(
            file, "png", new PictureStream(picture, picture.length), reader -> reader.read(0));
    return List.of(
        Film.ofPicture(
            Luma.of(file, image.getRaster(), image.getColorModel()),
            Provenance.ofPicture(file, "PNG", encoding)));
  }

  /** The file with nothing in it but the checked chunks of the picture. */
  private static byte[] picture(Path file, byte[] bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, SIGNATURE);
    ByteBuffer chunks = ByteBuffer.wrap(bytes);
    int at = SIGNATURE;
    while (true) {
      if (bytes.length - at < AROUND) {
        throw cut(file);
      }
      int length = chunks.getInt(at);
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > bytes.length - at - AROUND) {
        throw cut(file);
      }
      if (PICTURE.contains(type)) {
        CRC32 sum = new CRC32();
        sum.update(bytes, at + 4, 4 + length);
        if ((int) sum.getValue() != chunks.getInt(at + 8 + length)) {
          throw PictureDecoder.corrupt(
              file, "PNG", new IllegalArgumentException("check sum of " + type));
        }
        kept.write(bytes, at, AROUND + length);
      }
      if (type.equals("IEND")) {
        return kept.toByteArray();
      }
      at += AROUND + length;
    }
  }

  private static FilmException cut(Path file) {
    return new FilmException(
        ErrorCode.TRUNCATED,
        file,
        "ends before its picture does.",
        "Get the file again from where it comes from.");
  }
}
