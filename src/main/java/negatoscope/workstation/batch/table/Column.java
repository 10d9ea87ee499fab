package negatoscope.workstation.batch.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmResult;

/**
 * A column of the table.
 *
 * @param id as in the exports
 * @param by the order that a click on its head gives
 */
record Column(
    String id,
    String title,
    double width,
    Function<BatchRow, String> text,
    Comparator<BatchRow> by) {
  static final String THUMBNAIL = "film";

  /** A column of probabilities begins so, and a class follows. */
  static final String PROBABILITY = "p:";

  /** Those that a first look can do without. */
  static final Set<String> AT_FIRST_HIDDEN = Set.of("patient", "view", "waitingHours", "class2");

  private static Column text(
      String id, String title, double width, Function<BatchRow, String> text) {
    return new Column(
        id, title, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
  }

  /** The columns for a model's classes. */
  static List<Column> of(List<String> classes) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(THUMBNAIL, "Film", 62, row -> "", Comparator.comparing(BatchRow::key)));
    columns.add(
        new Column(
            "priority",
            "#",
            56,
            row -> row.listed().priority() == 0 ? "" : "" + row.listed().priority(),
            Comparator.comparingInt(row -> row.listed().priority())));
    columns.add(text("file", "File", 180, BatchRow::key));
    columns.add(text("patient", "Patient", 100, row -> row.film().origin().patient()));
    columns.add(text("view", "View", 60, row -> row.film().origin().view()));
    columns.add(text("class", "Class", 100, Column::said));
    columns.add(text("verdict", "Verdict", 100, BatchRow::verdict));
    for (String name : classes) {
      columns.add(
          new Column(
              PROBABILITY + name,
              name,
              120,
              row -> percent(row.probability(name)),
              Comparator.comparingDouble(row -> row.probability(name))));
    }
    columns.add(text("class2", "Second model", 110, BatchRow::secondClass));
    columns.add(text("warnings", "Warnings", 150, Column::warnings));
    columns.add(
        new Column(
            "waitingHours",
            "Waiting",
            80,
            row ->
                row.listed().waitingHours().isPresent()
                    ? String.format(
                        Locale.ROOT, "%.1f h", row.listed().waitingHours().getAsDouble())
                    : "",
            Comparator.comparingDouble(row -> row.listed().waitingHours().orElse(-1))));
    columns.add(text("note", "Note", 150, BatchRow::note));
    return columns;
  }

  /** The class, or why there is none. */
  private static String said(BatchRow row) {
    return row.film().result() instanceof FilmResult.Failed failed
        ? failed.code().name()
        : row.className();
  }

  private static String warnings(BatchRow row) {
    return row.warnings().stream()
        .map(FilmWarning::code)
        .map(FilmWarning.Code::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String percent(double probability) {
    return probability < 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }
}
