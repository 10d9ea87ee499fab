package negatoscope.dicom.object;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Dictionary;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;

/**
 * What objects take over from the header of a film: text in UTF-8, and only values that may stand
 * where they are put. A value that is no date, code or number is left out, so that an object is
 * valid also where the film is not.
 */
final class Carried {
  /** Patient, General Study and Patient Study Modules; these are there without a value too. */
  private static final List<Integer> EXPECTED =
      List.of(
          Tag.PATIENT_NAME,
          Tag.PATIENT_ID,
          Tag.PATIENT_BIRTH_DATE,
          Tag.PATIENT_SEX,
          Tag.STUDY_DATE,
          Tag.STUDY_TIME,
          Tag.ACCESSION_NUMBER,
          Tag.REFERRING_PHYSICIAN_NAME,
          Tag.STUDY_ID);

  private static final List<Integer> OPTIONAL =
      List.of(
          Tag.ISSUER_OF_PATIENT_ID,
          Tag.TYPE_OF_PATIENT_ID,
          Tag.PATIENT_BIRTH_TIME,
          Tag.ETHNIC_GROUP,
          Tag.PATIENT_COMMENTS,
          Tag.PATIENT_IDENTITY_REMOVED,
          Tag.DEIDENTIFICATION_METHOD,
          Tag.STUDY_DESCRIPTION,
          Tag.PATIENT_AGE,
          Tag.PATIENT_SIZE,
          Tag.PATIENT_WEIGHT);

  private static final Pattern DATE =
      Pattern.compile("[12]\\d{3}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern TIME =
      Pattern.compile("([01]\\d|2[0-3])([0-5]\\d([0-5]\\d(\\.\\d{1,6})?)?)?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_ ]{1,16}");
  private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?");

  private Carried() {}

  /** Patient and study, but for Study Instance UID. */
  static DataSet.Builder patientAndStudy(DataSet header) {
    DataSet.Builder set = DataSet.builder();
    EXPECTED.forEach(tag -> set.text(tag, value(header, tag)));
    OPTIONAL.forEach(tag -> copy(header, set, tag));
    return set;
  }

  /** Puts a value where the header has one that can be taken over. */
  static void copy(DataSet header, DataSet.Builder to, int tag) {
    String value = value(header, tag);
    if (!value.isEmpty()) {
      to.text(tag, value);
    }
  }

  /** The first value of an element as it can be written, or empty. */
  static String value(DataSet header, int tag) {
    String text = header.text(tag);
    Vr vr = header.find(tag).map(Attribute::vr).orElse(Vr.UN);
    Vr expected = Dictionary.standard().vr(tag, false);
    if (vr == Vr.SQ || text.isEmpty()) {
      return "";
    }
    return switch (expected) {
      case DA -> matching(text, DATE.asMatchPredicate());
      case TM -> matching(text, TIME.asMatchPredicate());
      case AS -> matching(text, AGE.asMatchPredicate());
      case DS -> matching(text, t -> t.length() <= 16 && DECIMAL.matcher(t).matches());
      case CS -> code(tag, text);
      case PN -> name(text);
      case SH -> Texts.line(text, 16);
      case LT -> Texts.line(text, 10_240);
      default -> Texts.line(text, 64);
    };
  }

  private static String code(int tag, String text) {
    if (tag == Tag.PATIENT_SEX) {
      return matching(text, List.of("M", "F", "O")::contains);
    }
    return matching(text, CODE.asMatchPredicate());
  }

  private static String matching(String text, Predicate<String> right) {
    return right.test(text) ? text : "";
  }

  /** At most three groups of 64 characters (PS3.5 section 6.2, PN). */
  private static String name(String text) {
    String[] groups = text.split("=", 4);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Math.min(3, groups.length); i++) {
      name.append(i == 0 ? "" : "=").append(Texts.line(groups[i], 64));
    }
    return name.toString();
  }
}
