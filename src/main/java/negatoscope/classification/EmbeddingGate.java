package negatoscope.classification;

import negatoscope.library.card.CardEmbedding;

/**
 * Tells films unlike the training films by how far their embedding lies from those.
 *
 * <p>The distance is Mahalanobis' (Lee and others, NeurIPS 2018, without classes): along each
 * principal component in its own standard deviations, along all the other directions together in
 * their mean one. Divided by the root of the number of dimensions, so that 1 is a typical training
 * film.
 */
public final class EmbeddingGate {
  private final CardEmbedding fitted;

  /** The gate of a model's card. */
  public EmbeddingGate(CardEmbedding fitted) {
    this.fitted = fitted;
  }

  /** What the gate says. */
  public enum Verdict {
    /** Like the training films. */
    ALIKE,
    /** Farther out than nearly all of them: the answer carries a warning. */
    UNLIKE,
    /** Far beyond them: screening refuses the film. */
    FAR
  }

  /** Length of the embeddings. */
  public int size() {
    return fitted.mean().length;
  }

  /** The distance of an embedding of {@link #size} values; 1 for a typical training film. */
  public double distance(float[] embedding) {
    float[] mean = fitted.mean();
    if (embedding.length != mean.length) {
      throw new IllegalArgumentException(
          "the embedding has %d values, not %d".formatted(embedding.length, mean.length));
    }
    double rest = 0;
    for (int i = 0; i < mean.length; i++) {
      double centred = (double) embedding[i] - mean[i];
      rest += centred * centred;
    }
    double distance = 0;
    float[][] components = fitted.components();
    for (int c = 0; c < components.length; c++) {
      double along = 0;
      for (int i = 0; i < mean.length; i++) {
        along += components[c][i] * ((double) embedding[i] - mean[i]);
      }
      distance += along * along / fitted.variances()[c];
      rest -= along * along;
    }
    if (fitted.residualVariance() > 0) {
      distance += Math.max(0, rest) / fitted.residualVariance();
    }
    return Math.sqrt(distance / mean.length);
  }

  /** What to do about an embedding; one that is not finite is {@link Verdict#FAR}. */
  public Verdict judge(float[] embedding) {
    double distance = distance(embedding);
    if (distance < fitted.limits().warn()) {
      return Verdict.ALIKE;
    }
    return distance < fitted.limits().refuse() ? Verdict.UNLIKE : Verdict.FAR;
  }
}
