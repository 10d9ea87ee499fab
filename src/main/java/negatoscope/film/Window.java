package negatoscope.film;

/**
 * A VOI window (PS3.3 C.11.2): which modality values are shown between black and white.
 *
 * @param center in modality units
 * @param width in modality units
 * @param explanation what the file calls it; may be empty
 * @param function how values between the ends are mapped
 */
public record Window(double center, double width, String explanation, Function function) {
  /** VOI LUT Function (PS3.3 C.11.2.1.2, C.11.2.1.3). */
  public enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID
  }

  /** A linear window without a name. */
  public static Window linear(double center, double width) {
    return new Window(center, width, "", Function.LINEAR);
  }

  /**
   * Whether the width is one that the standard allows: at least 1 for LINEAR, above 0 for the
   * others.
   */
  public boolean isValid() {
    return Double.isFinite(center)
        && Double.isFinite(width)
        && (function == Function.LINEAR ? width >= 1 : width > 0);
  }
}
