package negatoscope.screening.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import negatoscope.rendering.plot.Html;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.screening.worklist.WorkListHead;

/**
 * The page about a screening.
 *
 * @param name of the screening, for its title
 * @param head what all rows share
 * @param order in which the films are listed, and when the list was made
 */
public record ScreeningReport(String name, WorkListHead head, ReadingOrder order) {
  /** Films of the list that the page shows; the tables beside it hold all. */
  private static final int MOST_LISTED = 100;

  private static final int MOST_WAITING = 10;

  /**
   * The page.
   *
   * @param films the whole list
   */
  public String page(List<ListedFilm> films) {
    ReportCounts counts = ReportCounts.of(films);
    Html html = Html.page("Screening: " + name);
    html.paragraph(
        "%d film%s, answered by the model %s%s. The list was made at %s."
            .formatted(
                films.size(),
                films.size() == 1 ? "" : "s",
                head.modelName(),
                head.second().map(other -> " and compared with " + other).orElse(""),
                order.now().truncatedTo(ChronoUnit.SECONDS)));
    html.headEnds();
    tiles(html, counts);
    FilmTables tables = new FilmTables(html, head.second().isPresent());
    html.heading("To be read first");
    html.paragraph(
        "A film that has waited for %s or longer comes first; then %smore urgent films before others."
            .formatted(
                hours(order.overdue().toMinutes() / 60.0),
                head.second().isPresent() ? "those on which the models disagree, then " : ""));
    tables.films(unread(films), MOST_LISTED);
    html.heading("Waiting longest");
    tables.films(longestWaiting(films), MOST_WAITING);
    new AnswerSection(html, head).section(films, counts);
    if (head.second().isPresent()) {
      html.heading("Where the models disagree");
      tables.films(films.stream().filter(ScreeningReport::disputed).toList(), MOST_LISTED);
    }
    new ReaderSection(html, head.classes()).section(films);
    tables.warnings(counts);
    tables.failures(films, counts);
    return html.end(
        Html.RESEARCH_ONLY
            + " Made by Negatoscope. Every film: worklist.csv; the same for programs:"
            + " worklist.json. Model "
            + head.modelId()
            + ".");
  }

  private static String hours(double hours) {
    return String.format(Locale.ROOT, "%.1f hours", hours);
  }

  private void tiles(Html html, ReportCounts counts) {
    List<List<String>> tiles = new ArrayList<>();
    tiles.add(tile("answered", counts.answered(), "have probabilities"));
    tiles.add(tile("warned", counts.warned(), "of these carry a warning"));
    if (head.second().isPresent()) {
      tiles.add(
          tile("disputed", counts.disputed(), "answered otherwise by " + head.second().get()));
    }
    tiles.add(tile("refused", counts.refused(), "do not look like a chest film"));
    tiles.add(tile("failed", counts.failed(), "could not be read"));
    tiles.add(tile("read", counts.read(), "have a reader's verdict"));
    html.tiles(tiles);
  }

  private static List<String> tile(String name, int count, String words) {
    return List.of(name, Integer.toString(count), words);
  }

  private static List<ListedFilm> unread(List<ListedFilm> films) {
    return films.stream()
        .filter(ReportCounts::isAnswered)
        .filter(film -> !film.row().isRead())
        .toList();
  }

  private static List<ListedFilm> longestWaiting(List<ListedFilm> films) {
    return unread(films).stream()
        .filter(film -> film.waitingHours().isPresent())
        .sorted(
            Comparator.comparingDouble((ListedFilm film) -> film.waitingHours().getAsDouble())
                .reversed())
        .toList();
  }

  private static boolean disputed(ListedFilm film) {
    return film.row().film().result() instanceof Answered answered && answered.disputed();
  }
}
