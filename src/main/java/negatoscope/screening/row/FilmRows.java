package negatoscope.screening.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.classification.EmbeddingGate;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.row.FilmResult.Failed;
import negatoscope.screening.row.FilmResult.Second;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * From a film and what the network says of it to its row. Pure functions: the same wherever films
 * are screened.
 */
public final class FilmRows {
  private FilmRows() {}

  /**
   * The row of a film that was classified. Beyond the second limit of the model's gate the film is
   * refused.
   *
   * @param answer the model's
   * @param second another model's answer
   */
  public static ScreenedFilm answered(
      FilmHead film, Classification answer, Optional<Classification> second) {
    FilmResult result =
        answer.gate() == EmbeddingGate.Verdict.FAR
            ? notAChestFilm(film.identity())
            : result(answer, second);
    return row(film, answer.warnings(), result);
  }

  private static Failed notAChestFilm(FilmIdentity identity) {
    return new Failed(
        ErrorCode.NOT_A_CHEST_FILM,
        identity.path()
            + " does not look like a frontal chest film. Look at it; \"classify\" says what the"
            + " network makes of it all the same.");
  }

  private static Answered result(Classification answer, Optional<Classification> second) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int k = 0; k < answer.classes().size(); k++) {
      probabilities.put(answer.classes().get(k), answer.probabilities().get(k));
    }
    return new Answered(
        answer.topClass(),
        probabilities,
        answer.called(),
        answer.milliseconds(),
        second.map(other -> new Second(other.topClass(), other.probabilities().get(other.top()))));
  }

  /** The row of a film that was opened and got no answer. */
  public static ScreenedFilm failed(FilmHead film, Failure failure) {
    return row(film, film.warnings(), failed(failure));
  }

  /** The row of a file that could not be opened. */
  public static ScreenedFilm failed(FilmIdentity identity, Failure failure) {
    FilmHead file = new FilmHead(identity, 1, 1, FilmOrigin.unknown(identity), List.of());
    return row(file, List.of(), failed(failure));
  }

  private static Failed failed(Failure failure) {
    return new Failed(failure.code(), String.valueOf(failure.getMessage()));
  }

  private static ScreenedFilm row(FilmHead film, List<FilmWarning> warnings, FilmResult result) {
    return new ScreenedFilm(
        film.identity(), film.frame(), film.frames(), film.origin(), warnings, result, "");
  }
}
