package negatoscope.dicom.object;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/** Texts as the value representations want them. */
final class Texts {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private Texts() {}

  /**
   * A single value of one line: no control characters, no backslash, which would part it in two,
   * and no spaces around it.
   *
   * @param most characters; what is longer ends in an ellipsis
   */
  static String line(String text, int most) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c == '\\' ? '/' : c)
        .forEach(line::appendCodePoint);
    String stripped = line.toString().strip();
    if (stripped.codePointCount(0, stripped.length()) <= most) {
      return stripped;
    }
    return stripped.substring(0, stripped.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** DA. */
  static String date(LocalDateTime when) {
    return DATE.format(when);
  }

  /** TM, to the second. */
  static String time(LocalDateTime when) {
    return TIME.format(when);
  }

  /** The item of a sequence, whose character set is that of the whole object. */
  static DataSet item(DataSet.Builder builder) {
    DataSet.Builder item = DataSet.builder();
    for (Attribute attribute : builder.build().attributes()) {
      if (attribute.tag() != Tag.SPECIFIC_CHARACTER_SET) {
        item.put(attribute);
      }
    }
    return item.build();
  }
}
