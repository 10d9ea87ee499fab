package negatoscope.command.classify;

import java.util.List;
import negatoscope.classification.Classification;

/**
 * Of which classes heat maps are drawn.
 *
 * @param word {@code top}, {@code all}, or the name of a class
 */
public record ClassChoice(String word) {
  private static final String TOP = "top";
  private static final String ALL = "all";

  /** Whether a model with these classes knows what is meant. */
  public boolean fits(List<String> classes) {
    return word.equals(TOP) || word.equals(ALL) || classes.contains(word);
  }

  /** The classes meant for one answer. */
  public List<String> of(Classification answer) {
    return switch (word) {
      case TOP -> List.of(answer.topClass());
      case ALL -> answer.classes();
      default -> List.of(word);
    };
  }
}
