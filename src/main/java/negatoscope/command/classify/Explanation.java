package negatoscope.command.classify;

import java.util.Optional;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.SanityCheck;
import negatoscope.network.CamMethod;

/**
 * How far one heat map is to be believed.
 *
 * @param figures empty where the map is
 */
record Explanation(String className, CamMethod method, Optional<Figures> figures) {
  /** What the checks of a map that is not empty found. */
  record Figures(Faithfulness faithfulness, SanityCheck sanity) {}
}
