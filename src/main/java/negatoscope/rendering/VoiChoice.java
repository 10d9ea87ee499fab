package negatoscope.rendering;

/**
 * One way of showing a film that its reader can choose by name.
 *
 * @param kind what it is
 * @param index which of its kind, from 0, in the file's order
 * @param name for people, different for each choice of a film: the file's explanation, or "Window
 *     2", "Table 1", "Automatic", "Full range", "As it is"
 */
public record VoiChoice(Kind kind, int index, String name) {
  /** What a choice is. */
  public enum Kind {
    /** A valid window of the file. */
    WINDOW,
    /** An item of the file's VOI LUT Sequence. */
    TABLE,
    /** Display values, which need no window. */
    AS_IT_IS,
    /** From the value that 0.5 % of the samples do not exceed to that of 99.5 %. */
    AUTOMATIC,
    /** From the least value of the film to its greatest. */
    FULL_RANGE
  }
}
