package negatoscope.command.classify;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.film.FilmWarning;

/** Counts what came out of a run. */
final class Tally {
  private int answered;
  private int refused;
  private int warned;
  private int disagreed;
  private double milliseconds;
  private final Map<FilmWarning.Code, Integer> counts = new EnumMap<>(FilmWarning.Code.class);
  private final Map<FilmWarning.Code, String> sentences = new EnumMap<>(FilmWarning.Code.class);

  /** Counts one film. */
  void add(List<FilmAnswer> answers) {
    boolean whole = answers.stream().allMatch(FilmAnswer.Answered.class::isInstance);
    answered += whole ? 1 : 0;
    refused += whole ? 0 : 1;
    disagreed += FilmAnswer.agree(answers).orElse(true) ? 0 : 1;
    boolean doubted = false;
    for (FilmAnswer answer : answers) {
      if (answer instanceof FilmAnswer.Answered done) {
        milliseconds += done.classification().milliseconds();
        doubted |= !done.warnings().isEmpty();
        Set<FilmWarning.Code> said = EnumSet.noneOf(FilmWarning.Code.class);
        for (FilmWarning warning : done.warnings()) {
          counts.merge(warning.code(), said.add(warning.code()) ? 1 : 0, Integer::sum);
          sentences.putIfAbsent(warning.code(), warning.message());
        }
      }
    }
    warned += doubted ? 1 : 0;
  }

  /** On how many films models disagree. */
  int disagreed() {
    return disagreed;
  }

  /** How many films lack an answer. */
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
