package negatoscope.screening.worklist;

/**
 * Texts that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe goes before
 * those that begin like one, and before those that begin with an apostrophe, so that taking the
 * first one away gives the text back. Control characters but line ends and tabs become {@code
 * U+FFFD}.
 */
public final class SafeCell {
  /** What formulas begin with, in both widths; a cell's leading blanks may be overlooked. */
  private static final String STARTS = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SafeCell() {}

  /** The text, made safe. */
  public static String of(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", "\uFFFD");
    String visible = clean.stripLeading();
    boolean risky =
        (!clean.isEmpty() && STARTS.indexOf(clean.charAt(0)) >= 0)
            || (!visible.isEmpty() && STARTS.indexOf(visible.charAt(0)) >= 0);
    return risky ? "'" + clean : clean;
  }
}
