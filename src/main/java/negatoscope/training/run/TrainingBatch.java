package negatoscope.training.run;

/**
 * What one update reads.
 *
 * @param inputs films or feature maps, one after another
 * @param count how many
 * @param targets {@code [count, classes]}
 * @param sampleWeights one a film
 * @param dropoutMask {@code [count, embeddingSize]}
 * @param groups of each film, for a robust loss
 */
public record TrainingBatch(
    float[] inputs,
    int count,
    float[] targets,
    float[] sampleWeights,
    float[] dropoutMask,
    int[] groups) {
  /** The same with other weights of its films. */
  TrainingBatch withWeights(float[] others) {
    return new TrainingBatch(inputs, count, targets, others, dropoutMask, groups);
  }
}
