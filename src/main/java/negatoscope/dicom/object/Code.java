package negatoscope.dicom.object;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * A coded concept (PS3.3 section 8.8).
 *
 * @param value the code
 * @param scheme Coding Scheme Designator
 * @param meaning for people
 */
record Code(String value, String scheme, String meaning) {
  /** The designator of this program's own codes. */
  static final String OWN = "99NEGATOSCOPE";

  private static final int LONGEST_SHORT = 16;
  private static final int LONGEST_MEANING = 64;

  static Code dcm(String value, String meaning) {
    return new Code(value, "DCM", meaning);
  }

  static Code sct(String value, String meaning) {
    return new Code(value, "SCT", meaning);
  }

  /** A code of this program's own, which is the name itself. */
  static Code own(String name) {
    String line = Texts.line(name, Integer.MAX_VALUE);
    String code = line.isEmpty() ? "unnamed" : line;
    return new Code(code, OWN, Texts.line(code, LONGEST_MEANING));
  }

  /** Whether it is one of this program's own. */
  boolean isOwn() {
    return scheme.equals(OWN);
  }

  /** As the item of a sequence; a value of more than 16 characters is a Long Code Value. */
  DataSet item() {
    boolean isLong = value.codePointCount(0, value.length()) > LONGEST_SHORT;
    return Texts.item(
        DataSet.builder()
            .text(isLong ? Tag.LONG_CODE_VALUE : Tag.CODE_VALUE, value)
            .text(Tag.CODING_SCHEME_DESIGNATOR, scheme)
            .text(Tag.CODE_MEANING, meaning));
  }
}
