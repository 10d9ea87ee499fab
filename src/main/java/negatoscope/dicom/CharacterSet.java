package negatoscope.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How the text of a data set is coded: Specific Character Set with code extensions (PS3.3
 * C.12.1.1.2, PS3.5 section 6.1).
 */
public final class CharacterSet {
  /** What holds until a data set says otherwise. */
  public static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.US_ASCII);

  /** ISO_IR 192, in which this program writes. */
  public static final CharacterSet UTF_8 = new CharacterSet(StandardCharsets.UTF_8);

  private static final byte ESCAPE = 0x1B;

  /** Java's names by the last word of a defined term. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("6", "US-ASCII"),
          Map.entry("100", "ISO-8859-1"),
          Map.entry("101", "ISO-8859-2"),
          Map.entry("109", "ISO-8859-3"),
          Map.entry("110", "ISO-8859-4"),
          Map.entry("144", "ISO-8859-5"),
          Map.entry("127", "ISO-8859-6"),
          Map.entry("126", "ISO-8859-7"),
          Map.entry("138", "ISO-8859-8"),
          Map.entry("148", "ISO-8859-9"),
          Map.entry("203", "ISO-8859-15"),
          Map.entry("166", "TIS-620"),
          Map.entry("13", "JIS_X0201"),
          Map.entry("192", "UTF-8"),
          Map.entry("GB18030", "GB18030"),
          Map.entry("GBK", "GBK"));

  /** Java's names by escape sequence; a name after {@code 7:} takes the bytes with bit 8 set. */
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("(B", "US-ASCII"),
          Map.entry("(J", "JIS_X0201"),
          Map.entry(")I", "JIS_X0201"),
          Map.entry("-A", "ISO-8859-1"),
          Map.entry("-B", "ISO-8859-2"),
          Map.entry("-C", "ISO-8859-3"),
          Map.entry("-D", "ISO-8859-4"),
          Map.entry("-L", "ISO-8859-5"),
          Map.entry("-G", "ISO-8859-6"),
          Map.entry("-F", "ISO-8859-7"),
          Map.entry("-H", "ISO-8859-8"),
          Map.entry("-M", "ISO-8859-9"),
          Map.entry("-T", "TIS-620"),
          Map.entry("$B", "7:EUC-JP"),
          Map.entry("$)C", "EUC-KR"),
          Map.entry("$)A", "GB2312"));

  private final Charset first;

  private CharacterSet(Charset first) {
    this.first = first;
  }

  /** By the values of Specific Character Set; unknown terms count as Latin-1. */
  public static CharacterSet of(List<String> terms) {
    String term = terms.isEmpty() ? "" : terms.get(0).strip();
    if (term.isEmpty()) {
      return DEFAULT;
    }
    String last = term.substring(term.lastIndexOf(' ') + 1);
    return new CharacterSet(charset(NAMES.getOrDefault(last, "ISO-8859-1")));
  }

  /** Characters from bytes; what is malformed becomes U+FFFD. */
  public String decode(byte[] bytes) {
    int escape = indexOfEscape(bytes, 0);
    StringBuilder text = new StringBuilder(plain(bytes, 0, escape));
    while (escape < bytes.length) {
      int next = indexOfEscape(bytes, escape + 1);
      int letters = Math.min(3, next - escape - 1);
      String name = null;
      while (name == null && letters > 0) {
        String sequence = new String(bytes, escape + 1, letters, StandardCharsets.ISO_8859_1);
        name = ESCAPES.get(sequence);
        letters -= name == null ? 1 : 0;
      }
      int from = escape + 1 + letters;
      text.append(
          name == null ? plain(bytes, from, next) : designated(name, bytes, from, next - from));
      escape = next;
    }
    return text.toString();
  }

  /** Bytes from characters; what the set does not have becomes a question mark. */
  public byte[] encode(String text) {
    return text.getBytes(first);
  }

  private String plain(byte[] bytes, int from, int to) {
    if (first.equals(StandardCharsets.US_ASCII)) {
      return undeclared(ByteBuffer.wrap(bytes, from, to - from));
    }
    return new String(bytes, from, to - from, first);
  }

  /** Where nothing is declared but letters beyond ASCII are there: UTF-8 if it fits, or Latin-1. */
  private static String undeclared(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
  }

  private static String designated(String name, byte[] bytes, int from, int length) {
    if (!name.startsWith("7:")) {
      return new String(bytes, from, length, charset(name));
    }
    byte[] raised = new byte[length];
    for (int i = 0; i < length; i++) {
      byte value = bytes[from + i];
      raised[i] = (byte) (value > 0x20 ? value | 0x80 : value);
    }
    return new String(raised, charset(name.substring(2)));
  }

  private static int indexOfEscape(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == ESCAPE) {
        return i;
      }
    }
    return bytes.length;
  }

  private static Charset charset(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }
}
