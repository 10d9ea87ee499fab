package negatoscope.tensor;

/**
 * What the film checks measure of a film before they compare it with their limits.
 *
 * @param contrast of the cells
 * @param polarity above 0 where bone is bright
 * @param sideways log odds that it is no upright frontal film
 * @param apexes log odds that it ends below the apexes of the lungs
 * @param bases log odds that it ends above the bases
 * @param half log odds that one side is missing
 * @param mirror how finely its halves mirror each other
 * @param words share that words cover
 */
public record FilmScores(
    double contrast,
    double polarity,
    double sideways,
    double apexes,
    double bases,
    double half,
    double mirror,
    double words) {
  /** Where the rules that come with the program begin to warn. */
  public static FilmScores limits() {
    FilmChecks.Numbers rules = FilmChecks.standard().numbers();
    return new FilmScores(
        rules.blankContrast(),
        0,
        rules.sideways().limit(),
        rules.cutOff().apexes().limit(),
        rules.cutOff().bases().limit(),
        rules.cutOff().half().limit(),
        rules.mirrorLimit(),
        rules.wordsLimit());
  }

  /** Of a whole film, by the rules that come with the program. */
  public static FilmScores of(FilmTensor tensor) {
    FilmChecks checks = FilmChecks.standard();
    FilmChecks.Numbers rules = checks.numbers();
    Thumbnail film = Thumbnail.of(tensor);
    double[] symmetry = film.symmetry();
    return new FilmScores(
        film.contrast(),
        checks.polarity(film),
        rules.sideways().logOdds(symmetry),
        rules.cutOff().apexes().logOdds(symmetry),
        rules.cutOff().bases().logOdds(symmetry),
        rules.cutOff().half().logOdds(symmetry),
        MirrorDetail.of(Thumbnail.film(tensor)),
        BurnedInText.share(tensor));
  }
}
