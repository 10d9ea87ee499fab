package negatoscope.workstation.attributes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes for people: as text where they are printable ASCII, else in hexadecimal. */
final class BytesText {
  private static final int IN_LINE = 16;
  private static final int MOST_TEXT = 240;
  private static final int MOST_LINES = 1024;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private BytesText() {}

  /** How many there are and the first of them. */
  static String line(byte[] bytes) {
    String size = bytes.length == 1 ? "1 byte" : bytes.length + " bytes";
    int end = withoutPadding(bytes);
    if (isText(bytes, end)) {
      String text = new String(bytes, 0, Math.min(end, MOST_TEXT), StandardCharsets.US_ASCII);
      return end > MOST_TEXT ? text + "…" : text;
    }
    String start = HEX.formatHex(bytes, 0, Math.min(bytes.length, IN_LINE));
    return bytes.length == 0 ? "" : size + ": " + start + (bytes.length > IN_LINE ? " …" : "");
  }

  /** All of them, or as many as can be looked through: offset, hexadecimal, ASCII. */
  static String lines(byte[] bytes) {
    int end = withoutPadding(bytes);
    if (isText(bytes, end)) {
      return new String(bytes, 0, end, StandardCharsets.US_ASCII);
    }
    StringBuilder text = new StringBuilder();
    int shown = Math.min(bytes.length, MOST_LINES * IN_LINE);
    for (int at = 0; at < shown; at += IN_LINE) {
      int to = Math.min(shown, at + IN_LINE);
      String hex = HEX.formatHex(bytes, at, to);
      text.append("%06X  %-47s  ".formatted(at, hex));
      for (int i = at; i < to; i++) {
        text.append(isPrintable(bytes[i]) ? (char) bytes[i] : '.');
      }
      text.append('\n');
    }
    if (shown < bytes.length) {
      text.append("… and %d bytes more%n".formatted(bytes.length - shown));
    }
    return text.toString().stripTrailing();
  }

  private static int withoutPadding(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == 0 || bytes[end - 1] == ' ')) {
      end--;
    }
    return end;
  }

  private static boolean isText(byte[] bytes, int end) {
    for (int i = 0; i < end; i++) {
      if (!isPrintable(bytes[i])) {
        return false;
      }
    }
    return end > 1 && end >= bytes.length - 1;
  }

  private static boolean isPrintable(byte value) {
    return value >= ' ' && value < 0x7F;
  }
}
