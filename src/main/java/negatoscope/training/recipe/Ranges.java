package negatoscope.training.recipe;

/** Says what is wrong with a value that is out of its range. */
final class Ranges {
  private Ranges() {}

  /**
   * Does nothing where a value is in its range.
   *
   * @param rule the range in words, such as {@code "rate must be above 0"}
   * @throws IllegalArgumentException whose message is the rule
   */
  static void require(boolean within, String rule) {
    if (!within) {
      throw new IllegalArgumentException(rule);
    }
  }
}
