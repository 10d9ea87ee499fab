package negatoscope.tensor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import negatoscope.film.FilmWarning;

/**
 * Tells by a look at the whole film, without any network, whether it is one that can be read: not
 * blank, bone bright, an upright frontal chest, all of the lungs on it, no words.
 *
 * <p>Rules over a thumbnail of 16 × 16 cells and two over fine detail, their numbers in {@code
 * film-checks.json}:
 *
 * <ul>
 *   <li>{@code BLANK}: the cells hardly differ;
 *   <li>{@code INVERTED}: a weighted sum of the cells is below 0. Without a constant term, a film
 *       and its inverted copy get opposite sums;
 *   <li>{@code NOT_FRONTAL}: a logistic function of the cells' symmetric and asymmetric parts is
 *       above a limit. It was fitted on frontal films against what was made from them: turned ones,
 *       and one half of the chest stretched to a whole film between dark margins, which is much
 *       what a lateral view looks like. No lateral film took part;
 *   <li>{@code LUNGS_CUT_OFF}: three functions like that one ({@link CutOffRules}). Half a chest is
 *       no frontal film either, and has both warnings;
 *   <li>{@code UNLIKE_TRAINING}: the halves mirror each other down to fine detail ({@link
 *       MirrorDetail});
 *   <li>{@code BURNED_IN_TEXT}: words cover more than a share of the film ({@link BurnedInText}).
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
   * @param sideways films that are not upright frontal ones
   * @param cutOff films on which not all of the lungs is
   * @param mirrorLimit correlation from which on a film is too symmetric for a body
   * @param wordsLimit share of the film that words may cover: about what two or three stamps such
   *     as {@code PORTABLE} do
   */
  record Numbers(
      int schema,
      String fitted,
      double blankContrast,
      double[] polarity,
      SymmetryRule sideways,
      CutOffRules cutOff,
      double mirrorLimit,
      double wordsLimit) {}

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
    List<FilmWarning> warnings = new ArrayList<>(check(Thumbnail.of(film)));
    if (MirrorDetail.of(film) > numbers.mirrorLimit()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.UNLIKE_TRAINING,
              "The halves of this film mirror each other down to fine detail, as in a drawing; the"
                  + " network has learnt from films of real chests."));
    }
    if (BurnedInText.share(tensor) > numbers.wordsLimit()) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.BURNED_IN_TEXT,
              "Words seem to be burned into this film; they may name a patient, and the network"
                  + " may go by them."));
    }
    return List.copyOf(warnings);
  }

  /** What a look at the thumbnail tells; of a film that shows nothing, or inverted, no more. */
  List<FilmWarning> check(Thumbnail film) {
    if (film.contrast() < numbers.blankContrast()) {
      return List.of(
          new FilmWarning(FilmWarning.Code.BLANK, "There is hardly anything to see on this film."));
    }
    if (polarity(film) < 0) {
      return List.of(
          new FilmWarning(
              FilmWarning.Code.INVERTED,
              "Black and white seem to be exchanged on this film; the network expects bone"
                  + " bright."));
    }
    double[] symmetry = film.symmetry();
    List<FilmWarning> warnings = new ArrayList<>();
    boolean sideways = numbers.sideways().holds(symmetry);
    if (sideways) {
      warnings.add(
          new FilmWarning(
              FilmWarning.Code.NOT_FRONTAL,
              "This does not look like an upright frontal chest film, the only kind the network"
                  + " knows."));
    }
    numbers.cutOff().check(symmetry, !sideways).ifPresent(warnings::add);
    return warnings;
  }

  /** The numbers of its rules. */
  Numbers numbers() {
    return numbers;
  }

  /** Above 0 where bone is bright. */
  double polarity(Thumbnail film) {
    double sum = 0;
    for (int i = 0; i < film.values().length; i++) {
      sum += numbers.polarity()[i] * film.values()[i];
    }
    return sum;
  }

  /** Log odds that the film is not an upright frontal one. */
  double sideways(Thumbnail film) {
    return numbers.sideways().logOdds(film.symmetry());
  }
}
