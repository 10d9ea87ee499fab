package negatoscope.classification;

import java.util.Arrays;
import negatoscope.library.card.CardEmbedding;

/**
 * Fits an {@link EmbeddingGate} to the embeddings of training films, and sets its limits on films
 * that the fit has not seen.
 */
public final class GateFit {
  /** Share of the films in {@code heldOut} that the gate lets pass without a warning. */
  public static final double PASS = 0.98;

  /** How many times as far from the median as the first limit the second one lies. */
  private static final double WIDER = 2;

  /** Variances below this share of the greatest are noise of the numbers. */
  private static final double LEAST_VARIANCE = 1e-6;

  private GateFit() {}

  /**
   * Fits mean, components and variances on the training films, and the limits on others like them.
   *
   * @param training {@code [films][U]}, at least 2 films
   * @param heldOut {@code [films][U]}: validation films; where empty the training films stand in,
   *     and the limits come out somewhat narrow
   */
  public static CardEmbedding fit(float[][] training, float[][] heldOut) {
    if (training.length < 2) {
      throw new IllegalArgumentException("a gate needs two films or more");
    }
    double[] mean = mean(training);
    SymmetricEigen eigen = SymmetricEigen.of(covariance(training, mean));
    double[] values = eigen.values();
    double least = Math.max(values[0] * LEAST_VARIANCE, Float.MIN_NORMAL);
    int kept = 0;
    int most = Math.min(CardEmbedding.MOST_COMPONENTS, Math.min(mean.length, training.length - 1));
    while (kept < most && values[kept] > least) {
      kept++;
    }
    float[][] components = new float[kept][];
    float[] variances = new float[kept];
    for (int c = 0; c < kept; c++) {
      components[c] = floats(eigen.vectors()[c]);
      variances[c] = (float) values[c];
    }
    double residual =
        kept == mean.length
            ? 0
            : Math.max(least, Arrays.stream(values, kept, values.length).average().orElse(0));
    CardEmbedding open =
        new CardEmbedding(
            floats(mean), components, variances, residual, new CardEmbedding.Limits(0, 0));
    return new CardEmbedding(
        open.mean(),
        components,
        variances,
        residual,
        limits(new EmbeddingGate(open), heldOut.length > 0 ? heldOut : training));
  }

  private static CardEmbedding.Limits limits(EmbeddingGate gate, float[][] films) {
    double[] distances = Arrays.stream(films).mapToDouble(gate::distance).sorted().toArray();
    double median = distances[distances.length / 2];
    int place = Math.min(distances.length - 1, (int) Math.ceil(PASS * distances.length));
    double warn = Math.max(distances[place], Double.MIN_NORMAL);
    return new CardEmbedding.Limits(warn, median + WIDER * (warn - median));
  }

  private static double[] mean(float[][] rows) {
    double[] mean = new double[rows[0].length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= rows.length;
    }
    return mean;
  }

  private static double[][] covariance(float[][] rows, double[] mean) {
    int size = mean.length;
    double[][] covariance = new double[size][size];
    double[] centred = new double[size];
    for (float[] row : rows) {
      for (int i = 0; i < size; i++) {
        centred[i] = row[i] - mean[i];
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += centred[i] * centred[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] /= rows.length - 1;
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
