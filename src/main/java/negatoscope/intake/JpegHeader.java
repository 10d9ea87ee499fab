package negatoscope.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * The segments of a JPEG file before its first scan (ISO/IEC 10918-1 annex B).
 *
 * @param lumaFirst whether the first of three channels is the luma (YCbCr) rather than red
 * @param firstScan where the first SOS marker stands
 */
record JpegHeader(
    int width, int height, int channels, boolean progressive, boolean lumaFirst, int firstScan) {
  /** A block of 64 pixels takes at least one bit, in whatever mode. */
  static final long MOST_PIXELS_PER_BYTE = 512;

  private static final int SOF0 = 0xC0;
  private static final int SOF2 = 0xC2;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COM = 0xFE;

  /**
   * Reads up to the first scan.
   *
   * @throws FilmException TRUNCATED, CORRUPT_PIXELS, or UNSUPPORTED_PIXELS for what is not 8-bit
   *     grey or three-channel Huffman-coded JPEG
   */
  static JpegHeader read(Path file, byte[] bytes) {
    int width = 0;
    int height = 0;
    int channels = 0;
    boolean progressive = false;
    boolean jfif = false;
    int adobe = -1;
    String ids = "";
    int at = 2;
    while (true) {
      while (at + 1 < bytes.length && u8(bytes, at) == 0xFF && u8(bytes, at + 1) == 0xFF) {
        at++;
      }
      if (at + 4 > bytes.length) {
        throw cut(file);
      }
      int marker = u8(bytes, at + 1);
      if (u8(bytes, at) != 0xFF || marker == EOI) {
        throw PictureDecoder.corrupt(file, "JPEG", new IllegalArgumentException("marker"));
      }
      if (marker == SOS) {
        break;
      }
      int length = u16(bytes, at + 2);
      if (length < 2) {
        throw PictureDecoder.corrupt(file, "JPEG", new IllegalArgumentException("length"));
      }
      if (at + 2 + length > bytes.length) {
        throw cut(file);
      }
      int body = at + 4;
      if (isFrame(marker)) {
        int precision = length >= 8 ? u8(bytes, body) : 0;
        channels = length >= 8 ? u8(bytes, body + 5) : 0;
        if (length != 8 + 3 * channels || (channels == 0)) {
          throw PictureDecoder.corrupt(file, "JPEG", new IllegalArgumentException("frame header"));
        }
        height = u16(bytes, body + 1);
        width = u16(bytes, body + 3);
        if (marker > SOF2 || precision != 8 || (channels != 1 && channels != 3)) {
          throw unsupported(file, marker, precision, channels);
        }
        progressive = marker == SOF2;
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < channels; i++) {
          names.append((char) u8(bytes, body + 6 + 3 * i));
        }
        ids = names.toString();
      } else if (marker == APP0) {
        jfif |= text(bytes, body, length - 2, 4).equals("JFIF");
      } else if (marker == APP14 && length >= 14 && text(bytes, body, 12, 5).equals("Adobe")) {
        adobe = u8(bytes, body + 11);
      }
      at += 2 + length;
    }
    if (channels == 0) {
      throw PictureDecoder.corrupt(file, "JPEG", new IllegalArgumentException("no frame header"));
    }
    boolean luma = jfif || (adobe >= 0 ? adobe != 0 : !ids.equals("RGB"));
    return new JpegHeader(width, height, channels, progressive, luma, at);
  }

  /** What the film's provenance says. */
  String encoding() {
    return "8-bit %s%s"
        .formatted(channels == 1 ? "grey" : "colour", progressive ? ", progressive" : "");
  }

  /** The file without profiles, Exif data and comments, which the decoder might stumble on. */
  byte[] withoutApplicationData(byte[] bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, 2);
    int at = 2;
    while (at < firstScan) {
      if (u8(bytes, at + 1) == 0xFF) {
        at++;
        continue;
      }
      int marker = u8(bytes, at + 1);
      int length = 2 + u16(bytes, at + 2);
      boolean dropped = marker == COM || (marker > APP0 && marker <= APP15 && marker != APP14);
      if (!dropped) {
        kept.write(bytes, at, length);
      }
      at += length;
    }
    kept.write(bytes, firstScan, bytes.length - firstScan);
    return kept.toByteArray();
  }

  /** Whether an end marker follows the first scan's start. */
  boolean ends(byte[] bytes) {
    for (int i = bytes.length - 2; i > firstScan; i--) {
      if (u8(bytes, i) == 0xFF && u8(bytes, i + 1) == EOI) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  private static FilmException unsupported(Path file, int marker, int precision, int channels) {
    return new FilmException(
        ErrorCode.UNSUPPORTED_PIXELS,
        file,
        "is JPEG of process SOF%d with %d channels of %d bits, which is not read."
            .formatted(marker - SOF0, channels, precision),
        "Save it as PNG or as ordinary 8-bit JPEG.");
  }

  private static FilmException cut(Path file) {
    return new FilmException(
        ErrorCode.TRUNCATED,
        file,
        "ends before its picture begins.",
        "Get the file again from where it comes from.");
  }

  private static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  private static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  private static String text(byte[] bytes, int at, int there, int length) {
    return there < length ? "" : new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }
}
