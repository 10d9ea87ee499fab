package negatoscope.screening.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import negatoscope.rendering.plot.Html;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReaderAgreement;

/** How far reader and model agree on the films that both have judged. */
record ReaderSection(Html html, List<String> classes) {
  void section(List<ListedFilm> films) {
    ReaderAgreement found = ReaderAgreement.of(films.stream().map(ListedFilm::row), classes);
    if (found.films() == 0) {
      return;
    }
    html.heading("Reader and model");
    html.paragraph(
        "They agree on %d of %d films that were read and answered%s."
            .formatted(
                found.agreed(),
                found.films(),
                Double.isFinite(found.kappa())
                    ? String.format(Locale.ROOT, " (Cohen's kappa %.2f)", found.kappa())
                    : ""));
    List<String> head = new ArrayList<>(List.of(""));
    classes.forEach(name -> head.add("answered as " + name));
    html.table(head, rows(found));
  }

  private List<List<String>> rows(ReaderAgreement found) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < classes.size(); row++) {
      List<String> cells = new ArrayList<>(List.of("read as " + classes.get(row)));
      for (int count : found.matrix().counts()[row]) {
        cells.add(Integer.toString(count));
      }
      rows.add(cells);
    }
    return rows;
  }
}
