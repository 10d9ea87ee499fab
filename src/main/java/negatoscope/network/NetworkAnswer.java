package negatoscope.network;

import java.util.Map;

/**
 * What a served network gives for a batch of N films with K classes.
 *
 * @param logits [N][K]
 * @param probabilities [N][K], softmax(logits / temperature)
 * @param embeddings [N][U]
 * @param cams by method: [N][K][rows · columns], rectified
 * @param rows of a heat map
 * @param columns of a heat map
 */
public record NetworkAnswer(
    float[][] logits,
    float[][] probabilities,
    float[][] embeddings,
    Map<CamMethod, float[][][]> cams,
    int rows,
    int columns) {}
