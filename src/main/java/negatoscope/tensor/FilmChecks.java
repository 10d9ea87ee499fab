package negatoscope.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.film.FilmWarning;

/**
 * Tells by a look at the whole film, without any network, whether it is one that can be read: not
 * blank, bone bright, an upright frontal chest.
 *
 * <p>Three rules over a thumbnail of 16 × 16 cells and one over fine detail, their numbers in
 * {@code film-checks.json}:
 *
 * <ul>
 *   <li>{@code BLANK}: the cells hardly differ;
 *   <li>{@code INVERTED}: a weighted sum of the cells is below 0. Without a constant term, a film
 *       and its inverted copy get opposite sums;
 *   <li>{@code NOT_FRONTAL}: a logistic function of the cells' symmetric and asymmetric parts is
 *       above a limit. It was fitted on frontal films against what was made from them: turned ones,
 *       and one half of the chest stretched to a whole film between dark margins, which is much
 *       what a lateral view looks like. No lateral film took part.
 * </ul>
 */
public final class FilmChecks {
  private static final String NUMBERS = "film-checks.json";

  private final Numbers numbers;

  FilmChecks(Numbers numbers) {
    this.numbers = numbers;
  }

  /**
   * The numbers of the rules.
   *
   * @param schema 1
   * @param fitted on what and by what, for people
   * @param blankContrast standard deviation of the cells, in grey values, below which a film is
   *     blank
   * @param polarity a weight a cell
   * @param frontal a weight for each value of {@link Thumbnail#symmetry}
   * @param frontalBias the logistic function's constant term
   * @param frontalLimit log odds from which on a film is not frontal
   * @param mirrorLimit correlation from which on a film is too symmetric for a body
   */
  record Numbers(
      int schema,
      String fitted,
      double blankContrast,
      double[] polarity,
      double[] frontal,
      double frontalBias,
      double frontalLimit,
      double mirrorLimit) {}

  /** The checks with the numbers that come with the program. */
  public static FilmChecks standard() {
    try (InputStream in = FilmChecks.class.getResourceAsStream(NUMBERS)) {
      if (in == null) {
        throw new FileNotFoundException(NUMBERS + " is missing from the program");
      }
      return new FilmChecks(new ObjectMapper().readValue(in, Numbers.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the film in a tensor. */
  public List<FilmWarning> check(FilmTensor tensor) {
    Thumbnail.Picture film = Thumbnail.film(tensor);
    List<FilmWarning> warnings = new ArrayList<>();
    check(Thumbnail.of(film)).ifPresent(warnings::add);
    if (MirrorDetail.of(film) > numbers.mirrorLimit()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.UNLIKE_TRAINING,
              "The halves of this film mirror each other down to fine detail, as in a drawing; the"
                  + " network has learnt from films of real chests."));
    }
    return List.copyOf(warnings);
  }

  /** What a look at the thumbnail tells; the most basic one of blank, inverted, not frontal. */
  Optional<FilmWarning> check(Thumbnail film) {
    if (film.contrast() < numbers.blankContrast()) {
      return warning(FilmWarning.Code.BLANK, "There is hardly anything to see on this film.");
    }
    if (polarity(film) < 0) {
      return warning(
          FilmWarning.Code.INVERTED,
          "Black and white seem to be exchanged on this film; the network expects bone bright.");
    }
    if (sideways(film) > numbers.frontalLimit()) {
      return warning(
          FilmWarning.Code.NOT_FRONTAL,
          "This does not look like an upright frontal chest film, the only kind the network"
              + " knows.");
    }
    return Optional.empty();
  }

  /** Above 0 where bone is bright. */
  double polarity(Thumbnail film) {
    return dot(numbers.polarity(), film.values());
  }

  /** Log odds that the film is not an upright frontal one. */
  double sideways(Thumbnail film) {
    return dot(numbers.frontal(), film.symmetry()) + numbers.frontalBias();
  }

  private static double dot(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  private static Optional<FilmWarning> warning(FilmWarning.Code code, String message) {
    return Optional.of(new FilmWarning(code, message));
  }
}
