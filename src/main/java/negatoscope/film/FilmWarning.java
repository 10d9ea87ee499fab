package negatoscope.film;

/**
 * Something about a film, or about the answer to it, that its reader must know.
 *
 * @param code the stable code
 * @param message one sentence for people
 */
public record FilmWarning(Code code, String message) {
  /** The stable codes; a code is never renamed or used twice. */
  public enum Code {
    UNLIKE_TRAINING,
    NOT_FRONTAL,
    LATERAL_VIEW,
    INVERTED,
    BLANK,
    LUNGS_CUT_OFF,
    BURNED_IN_TEXT,
    DUPLICATE,
    VERDICT_OUTDATED,
    WINDOW_REPLACED,
    POLARITY_GUESSED,
    HEADER_REPAIRED,
    SYNTAX_GUESSED,
    PIXELS_REPAIRED,
    SMALL_FILM,
    ZERO_HEAT_MAP,
    UNCALIBRATED
  }
}
