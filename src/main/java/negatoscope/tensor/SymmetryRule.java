package negatoscope.tensor;

/**
 * Tells one kind of film from whole upright frontal ones: a logistic function of {@link
 * Thumbnail#symmetry}, and so the same for a film and its mirror image.
 *
 * @param weights one a value
 * @param bias the constant term
 * @param limit log odds above which a film is of that kind
 */
record SymmetryRule(double[] weights, double bias, double limit) {
  /** Log odds that the film is of that kind. */
  double logOdds(double[] symmetry) {
    double sum = bias;
    for (int i = 0; i < symmetry.length; i++) {
      sum += weights[i] * symmetry[i];
    }
    return sum;
  }

  /** Whether the film is of that kind. */
  boolean holds(double[] symmetry) {
    return logOdds(symmetry) > limit;
  }
}
