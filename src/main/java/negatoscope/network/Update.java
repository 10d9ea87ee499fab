package negatoscope.network;

/**
 * What an update saw before it moved the weights.
 *
 * @param loss the weighted mean over the batch
 * @param logits {@code [count][classes]}, with dropout
 */
public record Update(float loss, float[][] logits) {}
