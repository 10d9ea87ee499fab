package negatoscope.screening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.ErrorCode;

/** Rows without films. */
public final class MadeRows {
  private MadeRows() {}

  /** A file by its path, with a content of its own. */
  public static FilmIdentity identity(String path) {
    return new FilmIdentity(
        path,
        1000,
        Instant.parse("2026-03-01T08:00:00Z"),
        "%064x".formatted(path.hashCode() & 0xFFFFFFFFL));
  }

  /** A film that waits since some moment. */
  public static ScreenedFilm answered(String path, double normal, Instant since) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    probabilities.put("pneumonia", 1 - normal);
    probabilities.put("normal", normal);
    return with(
        path,
        since,
        List.of(),
        new FilmResult.Answered(
            normal > 0.5 ? "normal" : "pneumonia",
            probabilities,
            Optional.of(normal > 0.5 ? List.of() : List.of("pneumonia")),
            12.5,
            Optional.empty()));
  }

  /** A film that got no answer. */
  public static ScreenedFilm failed(String path, ErrorCode code, Instant since) {
    return with(path, since, List.of(), new FilmResult.Failed(code, path + " failed."));
  }

  /** A film with a result and warnings. */
  public static ScreenedFilm with(
      String path, Instant since, List<FilmWarning> warnings, FilmResult result) {
    return new ScreenedFilm(
        identity(path),
        1,
        1,
        new FilmOrigin("P-1", "1.2.3", "1.2.3.4", "", "PA", Optional.of(since)),
        warnings,
        result,
        "");
  }
}
