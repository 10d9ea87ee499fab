package negatoscope.classification;

import java.util.List;

/**
 * How much the places of a heat map matter for the answer (Petsiuk et al. 2018, <i>RISE</i>). For
 * deletion, the film is blurred place by place, the hottest first, and the probability of the map's
 * class is noted along the way; for insertion, the blurred film is made sharp in the same order.
 * Where the map shows what the network goes by, deletion falls early and insertion rises early.
 *
 * <p>The figures are areas under those curves, 0 to 1, over the share of the film that was changed.
 * They can be read only beside those of maps drawn at random: a map that does no better than they
 * do says nothing about the answer. Places are blurred, not blackened, so that the network still
 * sees a film.
 *
 * @param deletion area under the deletion curve; the lower, the more faithful
 * @param insertion area under the insertion curve; the higher, the more faithful
 * @param randomDeletion mean of the same for maps drawn at random
 * @param randomInsertion mean of the same for maps drawn at random
 * @param deletionCurve probability of the class with 0, 1/k, … 1 of the film blurred
 * @param insertionCurve probability of the class with 0, 1/k, … 1 of the film sharp
 */
public record Faithfulness(
    double deletion,
    double insertion,
    double randomDeletion,
    double randomInsertion,
    List<Double> deletionCurve,
    List<Double> insertionCurve) {
  /** Copies the lists. */
  public Faithfulness {
    deletionCurve = List.copyOf(deletionCurve);
    insertionCurve = List.copyOf(insertionCurve);
  }

  /** Area under a curve of equally spaced points over 0 to 1, by trapezoids. */
  static double area(List<Double> curve) {
    double sum = 0;
    for (int i = 1; i < curve.size(); i++) {
      sum += (curve.get(i - 1) + curve.get(i)) / 2;
    }
    return sum / (curve.size() - 1);
  }

  /** Whether both areas are on the better side of those of random maps. */
  public boolean betterThanRandom() {
    return deletion < randomDeletion && insertion > randomInsertion;
  }
}
