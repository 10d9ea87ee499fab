package negatoscope.screening.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.rendering.plot.Html;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.row.FilmResult.Failed;
import negatoscope.screening.worklist.ListedFilm;

/**
 * Tables of films; a film's name leads to the picture of its heat map.
 *
 * @param compared whether a second model was asked
 */
record FilmTables(Html html, boolean compared) {
  private static final int MOST_FAILURES = 200;

  /** The first of some films that have an answer. */
  void films(List<ListedFilm> films, int most) {
    if (films.isEmpty()) {
      html.quiet("None.");
      return;
    }
    List<String> head = new ArrayList<>(List.of("film", "place", "class", "probability"));
    if (compared) {
      head.add("second model");
    }
    head.addAll(List.of("waiting", "warnings", "verdict"));
    List<ListedFilm> shown = films.subList(0, Math.min(most, films.size()));
    html.linked(
        head,
        shown.stream()
            .map(film -> new Html.Linked(film.row().film().label(), film.row().film().heatMap()))
            .toList(),
        shown.stream().map(this::cells).toList());
    more(films.size() - shown.size());
  }

  private void more(int left) {
    if (left > 0) {
      html.quiet("%d more; worklist.csv names them.".formatted(left));
    }
  }

  private List<String> cells(ListedFilm film) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(film.priority())));
    if (film.row().film().result() instanceof Answered answered) {
      cells.add(answered.className());
      cells.add(percent(answered.probability()));
      if (compared) {
        cells.add(
            answered
                .second()
                .map(other -> other.className() + " " + percent(other.probability()))
                .orElse("no answer"));
      }
    }
    cells.add(
        film.waitingHours().isPresent()
            ? String.format(Locale.ROOT, "%,.1f\u00A0h", film.waitingHours().getAsDouble())
            : "not known");
    cells.add(codes(film));
    cells.add(film.row().verdict());
    return cells;
  }

  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  private static String codes(ListedFilm film) {
    return film.warnings().stream()
        .map(FilmWarning::code)
        .distinct()
        .map(FilmWarning.Code::name)
        .collect(Collectors.joining(", "));
  }

  /** How many films carry which warning. */
  void warnings(ReportCounts counts) {
    html.heading("Warnings");
    if (counts.warnings().isEmpty()) {
      html.quiet("None.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    counts.warnings().forEach((code, films) -> rows.add(List.of(code, Integer.toString(films))));
    html.table(List.of("code", "answered films"), rows);
  }

  /** Films without an answer, and why. */
  void failures(List<ListedFilm> films, ReportCounts counts) {
    html.heading("Without an answer");
    if (counts.codes().isEmpty()) {
      html.quiet("None.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    counts.codes().forEach((code, count) -> rows.add(List.of(code, Integer.toString(count))));
    html.table(List.of("code", "films"), rows);
    List<List<String>> each = new ArrayList<>();
    for (ListedFilm film : films) {
      if (film.row().film().result() instanceof Failed none && each.size() < MOST_FAILURES) {
        each.add(List.of(film.row().film().label(), none.code().name(), none.message()));
      }
    }
    html.words(List.of("film", "code", "why, and what to do"), each);
    more(counts.refused() + counts.failed() - each.size());
  }
}
