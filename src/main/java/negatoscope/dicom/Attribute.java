package negatoscope.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One data element: tag, value representation and value. Bytes are kept little endian and are
 * decoded when asked for.
 */
public final class Attribute {
  private static final byte[] NOTHING = {};

  private final int tag;
  private final Vr vr;
  private final long length;
  private final byte[] value;
  private final CharacterSet charset;
  private final List<DataSet> items;
  private final List<byte[]> fragments;

  private Attribute(
      int tag,
      Vr vr,
      long length,
      byte[] value,
      CharacterSet charset,
      List<DataSet> items,
      List<byte[]> fragments) {
    this.tag = tag;
    this.vr = vr;
    this.length = length;
    this.value = value;
    this.charset = charset;
    this.items = List.copyOf(items);
    this.fragments = List.copyOf(fragments);
  }

  /** An element with its bytes; they belong to it from then on. */
  public static Attribute of(int tag, Vr vr, byte[] value, CharacterSet charset) {
    byte[] kept = value.length == 0 ? NOTHING : value;
    return new Attribute(tag, vr, value.length, kept, charset, List.of(), List.of());
  }

  /** An element whose value was left in the file. */
  public static Attribute omitted(int tag, Vr vr, long length) {
    return new Attribute(tag, vr, length, NOTHING, CharacterSet.DEFAULT, List.of(), List.of());
  }

  /** A sequence. */
  public static Attribute sequence(int tag, List<DataSet> items) {
    return new Attribute(tag, Vr.SQ, 0, NOTHING, CharacterSet.DEFAULT, items, List.of());
  }

  /**
   * An encapsulated value (PS3.5 annex A.4): compressed pixels.
   *
   * @param vr OB or OW
   * @param fragments the Basic Offset Table, maybe empty, then the pieces; they belong to the
   *     element from then on
   */
  public static Attribute encapsulated(int tag, Vr vr, List<byte[]> fragments) {
    return new Attribute(tag, vr, -1, NOTHING, CharacterSet.DEFAULT, List.of(), fragments);
  }

  /** Group and element number. */
  public int tag() {
    return tag;
  }

  /** The standard's keyword; empty for private and unknown elements. */
  public String keyword() {
    return Dictionary.standard().keyword(tag);
  }

  /** What kind of value it is. */
  public Vr vr() {
    return vr;
  }

  /** Bytes of the value in the file; −1 where the file leaves it open, 0 for sequences. */
  public long length() {
    return length;
  }

  /** Whether the value was left in the file: the pixels of a header, or something very large. */
  public boolean isOmitted() {
    return length != value.length && vr != Vr.SQ && fragments.isEmpty();
  }

  /** A copy of the value's bytes, little endian. */
  public byte[] bytes() {
    return value.clone();
  }

  /** The value itself, for this room's readers, which change nothing in it. */
  public byte[] raw() {
    return value;
  }

  /**
   * The Basic Offset Table and the pieces of an encapsulated value, for this room's writers, which
   * change nothing in them; empty for other elements.
   */
  public List<byte[]> fragments() {
    return fragments;
  }

  /** The items of a sequence; empty for other elements. */
  public List<DataSet> items() {
    return items;
  }

  /**
   * All values as text, without the spaces and zeros that pad them; numbers as numbers. Empty for
   * bytes and sequences.
   */
  public List<String> texts() {
    return texts(Integer.MAX_VALUE);
  }

  /** The first value as text; empty where there is none. */
  public String text() {
    List<String> texts = texts(1);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** All values as numbers; those that are none become NaN. */
  public List<Double> numbers() {
    return numbers(Integer.MAX_VALUE);
  }

  /** The first value as a number, NaN if it is none; empty where there is none. */
  public Optional<Double> number() {
    return numbers(1).stream().findFirst();
  }

  /** The value for people, at most so many characters. */
  public String shown(int most) {
    if (vr == Vr.SQ) {
      return items.size() == 1 ? "1 item" : items.size() + " items";
    }
    if (isOmitted() || !(vr.isText() || vr.isInteger() || vr.isReal())) {
      return length < 0 ? "compressed" : length + " bytes";
    }
    String text = String.join("\\", texts(most));
    String line =
        text.codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.length() <= most ? line : line.substring(0, Math.max(0, most - 1)) + "…";
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(Tag.toString(tag), vr, keyword(), shown(64));
  }

  /** So many values; a value of thousands of numbers is not turned into text for its first. */
  private List<String> texts(int most) {
    if (vr.isText()) {
      String all = (vr.isLocal() ? charset : CharacterSet.DEFAULT).decode(value);
      if (!vr.hasSeveralValues()) {
        String text = trimmedEnd(all);
        return text.isEmpty() ? List.of() : List.of(text);
      }
      return trimmedEnd(all).isEmpty() ? List.of() : parts(all, most);
    }
    if (vr == Vr.AT) {
      return longs(most).stream().map(number -> Tag.toString(number.intValue())).toList();
    }
    if (vr.isInteger()) {
      return longs(most).stream().map(String::valueOf).toList();
    }
    return vr.isReal() ? reals(most).stream().map(String::valueOf).toList() : List.of();
  }

  private static List<String> parts(String all, int most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= all.length() && parts.size() < most) {
      int backslash = all.indexOf('\\', from);
      int end = backslash < 0 ? all.length() : backslash;
      parts.add(trimmedEnd(all.substring(from, end)).strip());
      from = end + 1;
    }
    return List.copyOf(parts);
  }

  private List<Double> numbers(int most) {
    if (vr.isText()) {
      return texts(most).stream().map(Attribute::number).toList();
    }
    return vr.isInteger() ? longs(most).stream().map(Long::doubleValue).toList() : reals(most);
  }

  private List<Long> longs(int most) {
    ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    List<Long> numbers = new ArrayList<>();
    while (bytes.remaining() >= vr.size() && numbers.size() < most) {
      numbers.add(
          switch (vr.size()) {
            case 2 -> vr.isSigned() ? bytes.getShort() : bytes.getShort() & 0xFFFFL;
            case 4 ->
                vr == Vr.AT
                    ? (bytes.getShort() & 0xFFFFL) << 16 | (bytes.getShort() & 0xFFFFL)
                    : vr.isSigned() ? bytes.getInt() : bytes.getInt() & 0xFFFFFFFFL;
            default -> bytes.getLong();
          });
    }
    return numbers;
  }

  private List<Double> reals(int most) {
    ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    List<Double> numbers = new ArrayList<>();
    while (vr.isReal() && bytes.remaining() >= vr.size() && numbers.size() < most) {
      numbers.add(vr.size() == 4 ? bytes.getFloat() : bytes.getDouble());
    }
    return numbers;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String trimmedEnd(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    return text.substring(0, end);
  }
}
