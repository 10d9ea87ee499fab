package negatoscope.screening.row;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.classification.EmbeddingGate;
import negatoscope.film.Film;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.row.FilmResult.Failed;
import negatoscope.screening.row.FilmResult.Second;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * From a film and what the network says of it to its row. A pure function: the same wherever films
 * are screened.
 *
 * @param zone of acquisition times that do not say theirs
 */
public record FilmRows(ZoneId zone) {
  /**
   * The row of a film that was classified. Beyond the second limit of the model's gate the film is
   * refused.
   *
   * @param answer the model's
   * @param second another model's answer
   */
  public ScreenedFilm answered(
      FilmIdentity identity, Film film, Classification answer, Optional<Classification> second) {
    FilmResult result =
        answer.gate() == EmbeddingGate.Verdict.FAR
            ? notAChestFilm(identity)
            : result(answer, second);
    return row(identity, film, answer, result);
  }

  private static Failed notAChestFilm(FilmIdentity identity) {
    return new Failed(
        ErrorCode.NOT_A_CHEST_FILM,
        identity.path()
            + " does not look like a frontal chest film. Look at it; classify it to see what the"
            + " network says all the same.");
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

  private ScreenedFilm row(
      FilmIdentity identity, Film film, Classification answer, FilmResult result) {
    return new ScreenedFilm(
        identity,
        film.provenance().frame(),
        film.provenance().frames(),
        FilmOrigin.of(film, identity.modified(), zone),
        answer.warnings(),
        result,
        "");
  }

  /** The row of a film that was opened and got no answer. */
  public ScreenedFilm failed(FilmIdentity identity, Film film, Failure failure) {
    return new ScreenedFilm(
        identity,
        film.provenance().frame(),
        film.provenance().frames(),
        FilmOrigin.of(film, identity.modified(), zone),
        film.warnings(),
        new Failed(failure.code(), message(failure)),
        "");
  }

  /** The row of a file that could not be opened. */
  public ScreenedFilm failed(FilmIdentity identity, Failure failure) {
    return new ScreenedFilm(
        identity,
        1,
        1,
        FilmOrigin.unknown(identity),
        List.of(),
        new Failed(failure.code(), message(failure)),
        "");
  }

  private static String message(Failure failure) {
    return String.valueOf(failure.getMessage());
  }
}
