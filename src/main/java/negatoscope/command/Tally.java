package negatoscope.command;

import java.util.EnumMap;
import java.util.Map;
import negatoscope.film.FilmWarning;

/** Counts what came out of a run. */
final class Tally {
  private int answered;
  private int refused;
  private int warned;
  private double milliseconds;
  private final Map<FilmWarning.Code, Integer> counts = new EnumMap<>(FilmWarning.Code.class);
  private final Map<FilmWarning.Code, String> sentences = new EnumMap<>(FilmWarning.Code.class);

  void add(FilmAnswer answer) {
    if (answer instanceof FilmAnswer.Answered done) {
      answered++;
      milliseconds += done.classification().milliseconds();
      warned += done.classification().warnings().isEmpty() ? 0 : 1;
      for (FilmWarning warning : done.classification().warnings()) {
        counts.merge(warning.code(), 1, Integer::sum);
        sentences.putIfAbsent(warning.code(), warning.message());
      }
    } else {
      refused++;
    }
  }

  /** How many films have no answer. */
  int refused() {
    return refused;
  }

  /** One line for people. */
  String summary() {
    return "%d %s classified (%d with a warning), %d refused; %.0f ms a film on the engine."
        .formatted(
            answered,
            answered == 1 ? "film" : "films",
            warned,
            refused,
            milliseconds / Math.max(1, answered));
  }

  /** What the warnings mean, a line for each code. */
  String explanations() {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (code, count) -> text.append("%s (%d): %s%n".formatted(code, count, sentences.get(code))));
    return text.toString();
  }
}
