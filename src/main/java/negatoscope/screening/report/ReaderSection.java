package negatoscope.screening.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import negatoscope.evaluation.Confusion;
import negatoscope.rendering.plot.Html;
import negatoscope.screening.row.FilmResult.Answered;
import negatoscope.screening.worklist.ListedFilm;

/** How far reader and model agree on the films that both have judged. */
record ReaderSection(Html html, List<String> classes) {
  void section(List<ListedFilm> films) {
    List<Integer> read = new ArrayList<>();
    List<Integer> said = new ArrayList<>();
    for (ListedFilm film : films) {
      int verdict = film.row().isRead() ? classes.indexOf(film.row().verdict()) : -1;
      if (verdict >= 0 && film.row().film().result() instanceof Answered answered) {
        read.add(verdict);
        said.add(classes.indexOf(answered.className()));
      }
    }
    if (read.isEmpty()) {
      return;
    }
    Confusion matrix = Confusion.of(array(read), array(said), classes.size());
    html.heading("Reader and model");
    int same = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < classes.size(); row++) {
      List<String> cells = new ArrayList<>(List.of("read as " + classes.get(row)));
      for (int count : matrix.counts()[row]) {
        cells.add(Integer.toString(count));
      }
      same += matrix.counts()[row][row];
      rows.add(cells);
    }
    double kappa = matrix.kappa();
    html.paragraph(
        "They agree on %d of %d films that were read and answered%s."
            .formatted(
                same,
                read.size(),
                Double.isFinite(kappa)
                    ? String.format(Locale.ROOT, " (Cohen's kappa %.2f)", kappa)
                    : ""));
    List<String> head = new ArrayList<>(List.of(""));
    classes.forEach(name -> head.add("answered as " + name));
    html.table(head, rows);
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
