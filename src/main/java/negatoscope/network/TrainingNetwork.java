package negatoscope.network;

import java.util.List;

/**
 * A network under training: RMSprop (rho 0.9, epsilon 1e-7 under the root, mean square from 0, as
 * Keras 3 has it) on the softmax cross-entropy of its logits. Batch normalisation of the backbone
 * works in inference mode and its moving statistics stay; that of the published head works in
 * training mode during an update, which also moves its statistics (momentum 0.99).
 *
 * <p>Arrays of films are {@code [count, side, side]}, 0 to 255, row-major; arrays of features
 * {@code [count, h, w, c]}. Used from one thread.
 */
public interface TrainingNetwork extends AutoCloseable {
  /** What the network looks like. */
  NetworkSpec spec();

  /** What of it learns. */
  TrainingPlan plan();

  /** The names of the weights that updates change by their gradients. */
  List<String> trainable();

  /** How many floats the last feature map of one film has: h·w·c. */
  int featureSize();

  /** The last feature map of each film: {@code count × featureSize} values. */
  float[] features(float[] films, int count);

  /** Logits {@code [count][classes]} of films, without dropout. */
  float[][] logits(float[] films, int count);

  /** Logits {@code [count][classes]} of feature maps, without dropout. */
  float[][] logitsOfFeatures(float[] features, int count);

  /** What the last dense layer reads, {@code [count][embeddingSize]}, without dropout. */
  float[][] embeddings(float[] films, int count);

  /**
   * One update of every {@link #trainable} weight.
   *
   * @param films {@code [count, side, side]}
   * @param targets {@code [count, classes]}: wanted probabilities, row by row
   * @param sampleWeights one a film; the loss is the weighted sum divided by count
   * @param dropoutMask {@code [count, embeddingSize]}: 0, or 1 / (1 − rate) for what is kept
   * @param rate learning rate
   * @return what there was before the update
   */
  Update step(
      float[] films,
      int count,
      float[] targets,
      float[] sampleWeights,
      float[] dropoutMask,
      double rate);

  /** One update of what learns in the head, reading feature maps; the backbone stays. */
  Update stepOnFeatures(
      float[] features,
      int count,
      float[] targets,
      float[] sampleWeights,
      float[] dropoutMask,
      double rate);

  /** All weights as they are now, those of the frozen part included. */
  Weights weights();

  /**
   * Puts weights in place of those now held; names and shapes must be the network's own, and those
   * of the frozen part of the backbone must be equal to what it was built with.
   */
  void assign(Weights weights);

  /**
   * The optimiser's state: RMSprop's mean square of every weight that learns, by its name. With it
   * and {@link #weights} a training goes on as if it had never been interrupted.
   */
  Weights meanSquares();

  /** Puts the optimiser's state in place of that now held; names and shapes must be its own. */
  void assignMeanSquares(Weights meanSquares);

  @Override
  void close();
}
