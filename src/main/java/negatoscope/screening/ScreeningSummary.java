package negatoscope.screening;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.ListedFilm;

/**
 * What a screening came to.
 *
 * @param films rows of the work list
 * @param answered how many have an answer
 * @param warned how many of these have a warning
 * @param refused how many the network would not judge
 * @param failed how many could not be read
 * @param classes answered films by their most probable class
 * @param disagreed on how many two models disagree
 * @param passedOver files beside the films
 */
public record ScreeningSummary(
    int films,
    int answered,
    int warned,
    int refused,
    int failed,
    Map<String, Integer> classes,
    int disagreed,
    int passedOver) {
  static ScreeningSummary of(List<ListedFilm> list, int passedOver) {
    int warned = 0;
    int refused = 0;
    int failed = 0;
    int disagreed = 0;
    Map<String, Integer> classes = new TreeMap<>();
    for (ListedFilm listed : list) {
      ScreenedFilm film = listed.row().film();
      if (film.result() instanceof FilmResult.Answered answered) {
        classes.merge(answered.className(), 1, Integer::sum);
        warned += listed.warnings().isEmpty() ? 0 : 1;
        disagreed += answered.disputed() ? 1 : 0;
      } else if (film.result() instanceof FilmResult.Failed none) {
        refused += none.refused() ? 1 : 0;
        failed += none.refused() ? 0 : 1;
      }
    }
    return new ScreeningSummary(
        list.size(),
        list.size() - refused - failed,
        warned,
        refused,
        failed,
        classes,
        disagreed,
        passedOver);
  }
}
