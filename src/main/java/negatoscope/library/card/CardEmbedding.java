package negatoscope.library.card;

import java.util.Arrays;

/**
 * How the training films lie in the network's last layer, for the gate: principal components of the
 * embeddings, and how far out a film may lie.
 *
 * @param mean of the embeddings, {@code [U]}
 * @param components {@code [at most 64][U]}, orthonormal, by falling variance
 * @param variances along the components, each above 0
 * @param residualVariance mean variance along all the other directions, above 0; 0 where there are
 *     none
 * @param limits how far is far
 */
public record CardEmbedding(
    float[] mean, float[][] components, float[] variances, double residualVariance, Limits limits) {
  /** How many components a card holds at most. */
  public static final int MOST_COMPONENTS = 64;

  /** Checks that the arrays fit each other. */
  public CardEmbedding {
    boolean fits =
        mean != null
            && components != null
            && variances != null
            && limits != null
            && mean.length > 0
            && components.length == variances.length
            && components.length <= Math.min(MOST_COMPONENTS, mean.length)
            && residualVariance >= 0
            && Arrays.stream(components).allMatch(row -> row.length == mean.length);
    for (int i = 0; fits && i < variances.length; i++) {
      fits = variances[i] > 0;
    }
    if (!fits) {
      throw new IllegalArgumentException("the embedding's arrays do not fit each other");
    }
  }

  /**
   * Distances, in the gate's own unit, that few training films reach.
   *
   * @param warn from here on the answer carries a warning
   * @param refuse from here on screening refuses the film
   */
  public record Limits(double warn, double refuse) {}
}
