package negatoscope.training.run;

import java.util.SplittableRandom;
import negatoscope.training.recipe.Recipe;

/** What the network is to answer: smoothed one-hot rows, class weights, dropout masks. */
public final class Targets {
  private final int[] labels;
  private final int classes;
  private final double smoothing;
  private final double[] classWeights;
  private final double dropout;
  private final int embeddingSize;

  /** Targets of some films. */
  public Targets(int[] labels, int classes, Recipe recipe) {
    this.labels = labels.clone();
    this.classes = classes;
    smoothing = recipe.labelSmoothing();
    classWeights = recipe.balance().weights(labels, classes);
    dropout = recipe.head().dropout();
    embeddingSize = recipe.head().embeddingSize();
  }

  /**
   * A batch with its targets.
   *
   * @param films numbers into the labels
   * @param random draws the dropout mask
   */
  public TrainingBatch batch(float[] inputs, int[] films, SplittableRandom random) {
    float[] targets = new float[films.length * classes];
    float[] weights = new float[films.length];
    for (int i = 0; i < films.length; i++) {
      int label = labels[films[i]];
      for (int k = 0; k < classes; k++) {
        targets[i * classes + k] = (float) ((k == label ? 1 - smoothing : 0) + smoothing / classes);
      }
      weights[i] = (float) classWeights[label];
    }
    return new TrainingBatch(inputs, films.length, targets, weights, mask(films.length, random));
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
