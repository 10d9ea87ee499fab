package negatoscope.command.classify;

import java.util.Locale;
import java.util.Optional;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.SanityCheck;

/** How far a heat map is to be believed, in one line for people. */
final class ExplanationText {
  private ExplanationText() {}

  /** None of an empty map: that is said as a warning. */
  static Optional<String> of(Explanation explanation) {
    String map = "%s of %s".formatted(explanation.method().title(), explanation.className());
    return explanation.figures().map(figures -> map + figures(figures));
  }

  private static String figures(Explanation.Figures figures) {
    Faithfulness faithfulness = figures.faithfulness();
    SanityCheck sanity = figures.sanity();
    return String.format(
        Locale.ROOT,
        ": deletion %.3f (random %.3f), insertion %.3f (random %.3f)%s; %s with the weights (%.2f)",
        faithfulness.deletion(),
        faithfulness.randomDeletion(),
        faithfulness.insertion(),
        faithfulness.randomInsertion(),
        faithfulness.betterThanRandom() ? "" : ", NOT better than random",
        sanity.changed() ? "changes" : "does NOT change",
        sanity.similarity());
  }
}
