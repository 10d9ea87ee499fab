package negatoscope.training.run;

import java.util.Arrays;
import java.util.SplittableRandom;
import negatoscope.training.data.DataSet;
import negatoscope.training.recipe.Balance;
import negatoscope.training.recipe.Groups;
import negatoscope.training.recipe.Recipe;

/** What the network is to answer: smoothed one-hot rows, what each film counts, dropout masks. */
public final class Targets {
  private final int[] labels;
  private final int classes;
  private final double smoothing;
  private final double[] weights;
  private final Groups groups;
  private final double dropout;
  private final int embeddingSize;

  private Targets(int[] labels, double[] weights, Groups groups, int classes, Recipe recipe) {
    this.groups = groups;
    this.labels = labels;
    this.weights = weights;
    this.classes = classes;
    smoothing = recipe.labelSmoothing();
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
    return new Targets(labels, weights, robust, dataSet.classes().size(), recipe);
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
      int label = labels[films[i]];
      for (int k = 0; k < classes; k++) {
        targets[i * classes + k] = (float) ((k == label ? 1 - smoothing : 0) + smoothing / classes);
      }
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
