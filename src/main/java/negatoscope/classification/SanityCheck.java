package negatoscope.classification;

import java.util.List;
import negatoscope.network.Randomised;

/**
 * Whether a heat map depends on what the network has learnt (Adebayo et al. 2018, <i>Sanity Checks
 * for Saliency Maps</i>): its weights are randomised from the head downwards, and the map is made
 * again. A map that stays the same shows the film, not the network.
 *
 * <p>Maps are compared by Spearman's rank correlation of their cells, rectified as they are shown
 * and with its sign kept (no absolute values are taken). Each stage has the mean over some networks
 * drawn with different seeds, since two maps of few, smooth cells often agree or disagree by
 * chance. An empty or not finite map of a randomised network shares nothing with the trained one
 * and counts as 0; two maps that are both the same throughout count as 1.
 *
 * @param similarity the greatest of the stages' similarities, −1 to 1
 * @param changed whether that is below {@link #UNCHANGED}
 * @param stages from the head alone to the whole network
 */
public record SanityCheck(double similarity, boolean changed, List<Stage> stages) {
  /**
   * Similarity from which a map counts as unchanged. Over 10 test films, both methods and all
   * stages, the bundled model's maps stay below 0.3; from 0.5 on, a quarter of the variance of the
   * ranks is shared.
   */
  public static final double UNCHANGED = 0.5;

  /**
   * What is left of the map at one stage.
   *
   * @param randomised which weights were randomised
   * @param similarity to the trained network's map, −1 to 1: the mean over the networks drawn
   */
  public record Stage(Randomised randomised, double similarity) {}

  /** Copies the list. */
  public SanityCheck {
    stages = List.copyOf(stages);
  }

  /** Judges by the stage that changed the map least. */
  static SanityCheck of(List<Stage> stages) {
    double greatest = stages.stream().mapToDouble(Stage::similarity).max().orElseThrow();
    return new SanityCheck(greatest, greatest < UNCHANGED, stages);
  }
}
