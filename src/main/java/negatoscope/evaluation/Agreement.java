package negatoscope.evaluation;

/**
 * Two classifiers on the same films.
 *
 * @param bothRight films that both take for what they are
 * @param onlyFirstRight films that only the first does
 * @param onlySecondRight films that only the second does
 * @param bothWrong films that neither does
 * @param mcnemarExactP two-sided binomial test of onlyFirstRight among the discordant films; 1
 *     where there are none
 * @param cohensKappaBetween agreement of the two beyond chance
 */
public record Agreement(
    int bothRight,
    int onlyFirstRight,
    int onlySecondRight,
    int bothWrong,
    double mcnemarExactP,
    double cohensKappaBetween) {

  /** Compares the predicted classes of two classifiers. */
  public static Agreement of(int[] labels, int[] first, int[] second, int classes) {
    int[] cells = new int[4];
    for (int i = 0; i < labels.length; i++) {
      int cell = (first[i] == labels[i] ? 0 : 2) + (second[i] == labels[i] ? 0 : 1);
      cells[cell]++;
    }
    return new Agreement(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        mcnemar(cells[1], cells[2]),
        Confusion.of(first, second, classes).kappa());
  }

  private static double mcnemar(int first, int second) {
    int films = first + second;
    int fewer = Math.min(first, second);
    double term = -films * Math.log(2);
    double tail = Math.exp(term);
    for (int i = 1; i <= fewer; i++) {
      term += Math.log((films - i + 1) / (double) i);
      tail += Math.exp(term);
    }
    return first == second ? 1 : Math.min(1, 2 * tail);
  }
}
