package negatoscope.evaluation;

import java.util.Arrays;

/**
 * What a classifier said about some films, and the truth.
 *
 * @param labels the true class of each film, from 0
 * @param probabilities {@code [films][classes]}; owned by this record, not to be changed
 */
public record Predictions(int[] labels, double[][] probabilities) {
  /** Checks that there are films, and that labels and rows fit. */
  public Predictions {
    if (labels.length == 0 || labels.length != probabilities.length) {
      throw new IllegalArgumentException(
          "%d labels and %d rows".formatted(labels.length, probabilities.length));
    }
    int classes = probabilities[0].length;
    for (int i = 0; i < labels.length; i++) {
      if (probabilities[i].length != classes || labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException("row " + i + " does not fit " + classes + " classes");
      }
    }
  }

  /** Probabilities as the softmax of logits divided by a temperature. */
  public static Predictions ofLogits(int[] labels, float[][] logits, double temperature) {
    double[][] probabilities = new double[logits.length][];
    for (int i = 0; i < logits.length; i++) {
      float[] film = logits[i];
      double[] row = new double[film.length];
      Arrays.setAll(row, k -> film[k]);
      probabilities[i] = softmax(row, 1 / temperature);
    }
    return new Predictions(labels, probabilities);
  }

  /** Softmax of factor × logits. */
  static double[] softmax(double[] logits, double factor) {
    double greatest = Arrays.stream(logits).max().orElseThrow();
    double[] result = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < result.length; k++) {
      result[k] = logits[k] == greatest ? 1 : Math.exp(factor * (logits[k] - greatest));
      sum += result[k];
    }
    for (int k = 0; k < result.length; k++) {
      result[k] /= sum;
    }
    return result;
  }

  /** How many films. */
  public int count() {
    return labels.length;
  }

  /** How many classes. */
  public int classes() {
    return probabilities[0].length;
  }

  /** The class with the largest probability; of equal ones the lowest number. */
  public int predicted(int film) {
    double[] row = probabilities[film];
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[best]) {
        best = k;
      }
    }
    return best;
  }

  /** The predicted class of every film. */
  public int[] predicted() {
    int[] all = new int[count()];
    Arrays.setAll(all, this::predicted);
    return all;
  }

  /** The probability of one class for every film. */
  public double[] scores(int ofClass) {
    return Arrays.stream(probabilities).mapToDouble(row -> row[ofClass]).toArray();
  }

  /** Whether each film is truly of a class. */
  public boolean[] truly(int ofClass) {
    boolean[] result = new boolean[count()];
    for (int i = 0; i < result.length; i++) {
      result[i] = labels[i] == ofClass;
    }
    return result;
  }

  /** Some of the films, in the order given; a film may come more than once. */
  public Predictions rows(int[] films) {
    int[] someLabels = new int[films.length];
    double[][] some = new double[films.length][];
    for (int i = 0; i < films.length; i++) {
      someLabels[i] = labels[films[i]];
      some[i] = probabilities[films[i]];
    }
    return new Predictions(someLabels, some);
  }
}
