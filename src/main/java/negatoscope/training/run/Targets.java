package negatoscope.training.run;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import negatoscope.training.data.DataSet;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Groups;
import negatoscope.training.recipe.Recipe;

/** What the network is to answer: smoothed one-hot rows, what each film counts, dropout masks. */
public final class Targets {
  private final int[] labels;
  private final int classes;
  private final float[][] answers;
  private final double[] weights;
  private final Groups groups;
  private final double dropout;
  private final int embeddingSize;

  private Targets(
      int[] labels, double[] weights, Groups groups, List<String> classes, Recipe recipe) {
    this.groups = groups;
    this.labels = labels;
    this.weights = weights;
    this.classes = classes.size();
    answers = answers(classes, recipe);
    dropout = recipe.head().dropout();
    embeddingSize = recipe.head().embeddingSize();
  }

  /** The targets of some films. */
  public static Targets of(DataSet dataSet, int[] rows, Recipe recipe) {
    int[] labels = dataSet.labels(rows);
    Balance balance = recipe.weights();
    Groups groups = balance.by().of(labels, dataSet.collectionsOf(rows));
    double[] factors = groups.factors(balance.strength());
    double[] weights = Arrays.stream(groups.of()).mapToDouble(group -> factors[group]).toArray();
    Groups robust = recipe.robust().by().of(labels, dataSet.collectionsOf(rows));
    return new Targets(labels, weights, robust, dataSet.classes(), recipe);
  }

  private static float[][] answers(List<String> classes, Recipe recipe) {
    double smoothing = recipe.labelSmoothing();
    double[][] sharp = recipe.related().targets(classes);
    float[][] answers = new float[sharp.length][sharp.length];
    for (int label = 0; label < sharp.length; label++) {
      for (int k = 0; k < sharp.length; k++) {
        answers[label][k] = (float) ((1 - smoothing) * sharp[label][k] + smoothing / sharp.length);
      }
    }
    return answers;
  }

  /** How many groups a robust loss tells apart. */
  int groups() {
    return groups.count();
  }

  /**
   * A batch with its targets.
   *
   * @param films numbers into the labels
   * @param random draws the dropout mask
   */
  public TrainingBatch batch(float[] inputs, int[] films, SplittableRandom random) {
    float[] targets = new float[films.length * classes];
    float[] counts = new float[films.length];
    int[] groupOf = new int[films.length];
    for (int i = 0; i < films.length; i++) {
      System.arraycopy(answers[labels[films[i]]], 0, targets, i * classes, classes);
      counts[i] = (float) weights[films[i]];
      groupOf[i] = groups.of()[films[i]];
    }
    return new TrainingBatch(
        inputs, films.length, targets, counts, mask(films.length, random), groupOf);
  }

  private float[] mask(int count, SplittableRandom random) {
    float[] mask = new float[count * embeddingSize];
    float kept = (float) (1 / (1 - dropout));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = dropout > 0 && random.nextDouble() < dropout ? 0 : kept;
    }
    return mask;
  }
}
