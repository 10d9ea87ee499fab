package negatoscope.screening.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.row.FilmResult.Failed;
import negatoscope.screening.worklist.ListedFilm;

/**
 * How many films of a list are what.
 *
 * @param answered with an answer
 * @param warned of these, with a warning
 * @param disputed of these, which a second model answers otherwise
 * @param refused that the network would not judge
 * @param failed that could not be read
 * @param read with a verdict that holds
 * @param classes answered films by their most probable class
 * @param warnings answered films by a warning's code
 * @param codes films without an answer by their code
 */
record ReportCounts(
    int answered,
    int warned,
    int disputed,
    int refused,
    int failed,
    int read,
    Map<String, Integer> classes,
    Map<String, Integer> warnings,
    Map<String, Integer> codes) {

  static ReportCounts of(List<ListedFilm> films) {
    int warned = 0;
    int disputed = 0;
    int refused = 0;
    int failed = 0;
    int read = 0;
    Map<String, Integer> classes = new TreeMap<>();
    Map<String, Integer> warnings = new TreeMap<>();
    Map<String, Integer> codes = new TreeMap<>();
    for (ListedFilm film : films) {
      read += film.row().isRead() ? 1 : 0;
      FilmResult result = film.row().film().result();
      if (result instanceof Answered answered) {
        classes.merge(answered.className(), 1, Integer::sum);
        warned += film.warnings().isEmpty() ? 0 : 1;
        disputed += answered.disputed() ? 1 : 0;
        film.warnings().stream()
            .map(FilmWarning::code)
            .distinct()
            .forEach(code -> warnings.merge(code.name(), 1, Integer::sum));
      } else if (result instanceof Failed none) {
        codes.merge(none.code().name(), 1, Integer::sum);
        refused += none.refused() ? 1 : 0;
        failed += none.refused() ? 0 : 1;
      }
    }
    return new ReportCounts(
        films.size() - refused - failed,
        warned,
        disputed,
        refused,
        failed,
        read,
        classes,
        warnings,
        codes);
  }

  static boolean isAnswered(ListedFilm film) {
    return film.row().film().result() instanceof Answered;
  }
}
