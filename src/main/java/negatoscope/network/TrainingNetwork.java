package negatoscope.network;

/**
 * A network under training: RMSprop (rho 0.9, epsilon 1e-7 under the root, mean square from 0, as
 * Keras 3 has it) on the softmax cross-entropy of its logits. Batch normalisation works in
 * inference mode; its moving statistics stay.
 *
 * <p>Arrays of films are {@code [count, side, side]}, 0 to 255, row-major; arrays of features
 * {@code [count, h, w, c]}. Used from one thread.
 */
public interface TrainingNetwork extends AutoCloseable {
  /** What the network looks like. */
  NetworkSpec spec();

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
   * One update of every trainable weight (kernels, gamma and beta of the backbone, the whole head).
   *
   * @param films {@code [count, side, side]}
   * @param targets {@code [count, classes]}: wanted probabilities, row by row
   * @param sampleWeights one a film; the loss is the weighted sum divided by count
   * @param dropoutMask {@code [count, embeddingSize]}: 0, or 1 / (1 − rate) for what is kept
   * @param rate learning rate
   * @return the loss before the update
   */
  float step(
      float[] films,
      int count,
      float[] targets,
      float[] sampleWeights,
      float[] dropoutMask,
      double rate);

  /** The same for the head alone, reading feature maps; the backbone stays. */
  float stepOnFeatures(
      float[] features,
      int count,
      float[] targets,
      float[] sampleWeights,
      float[] dropoutMask,
      double rate);

  /** All weights as they are now. */
  Weights weights();

  /** Puts weights in place of those now held; names and shapes must be the network's own. */
  void assign(Weights weights);

  @Override
  void close();
}
