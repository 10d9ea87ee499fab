package negatoscope.tensor;

import java.util.Optional;
import negatoscope.film.FilmWarning;

/**
 * Tells films on which not all of the lungs is. Each rule was fitted on whole frontal films against
 * the same ones with a part cut away.
 *
 * @param apexes films that end below the apexes of the lungs
 * @param bases films that end above the bases
 * @param half films without much of a lung at one side
 */
record CutOffRules(SymmetryRule apexes, SymmetryRule bases, SymmetryRule half) {
  /**
   * What is missing on a film.
   *
   * @param symmetry the film's {@link Thumbnail#symmetry}
   * @param frontal whether it looks like an upright frontal film; half a chest does not, and of
   *     other films that do not it cannot be said where the lungs are
   */
  Optional<FilmWarning> check(double[] symmetry, boolean frontal) {
    if (half.holds(symmetry)) {
      return cutOff("One side of the chest");
    }
    if (frontal && apexes.holds(symmetry)) {
      return cutOff("The apexes of the lungs");
    }
    return frontal && bases.holds(symmetry) ? cutOff("The bases of the lungs") : Optional.empty();
  }

  private static Optional<FilmWarning> cutOff(String what) {
    return Optional.of(
        new FilmWarning(
            FilmWarning.Code.LUNGS_CUT_OFF,
            what + " may lie beyond the edge of this film; nobody can judge what is not on it."));
  }
}
