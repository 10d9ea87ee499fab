package negatoscope.screening.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments as DICOM writes them (PS3.5 section 6.2, DT), of which an hour must be known. */
final class DicomMoment {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(\\d\\d)?(?:\\.\\d{1,6})?([+-]\\d{4})?\\s*");

  private DicomMoment() {}

  /**
   * Reads a moment.
   *
   * @param zone of moments that do not say theirs
   * @return empty for what is none
   */
  static Optional<Instant> parse(String text, ZoneId zone) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(parts, 1),
              number(parts, 2),
              number(parts, 3),
              number(parts, 4),
              number(parts, 5),
              Math.min(59, number(parts, 6))); // 60 is a leap second
      String offset = parts.group(7);
      return Optional.of(local.atZone(offset == null ? zone : ZoneOffset.of(offset)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
