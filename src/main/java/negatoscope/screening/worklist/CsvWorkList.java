package negatoscope.screening.worklist;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.screening.row.FilmResult;
import negatoscope.screening.row.ScreenedFilm;

/**
 * {@code worklist.csv} by RFC 4180, in UTF-8: a row a film, in the order in which they are to be
 * read. Texts are made safe against spreadsheets' formulas.
 */
public final class CsvWorkList {
  private final WorkListHead head;

  /** A table of films that the head's models were asked about. */
  public CsvWorkList(WorkListHead head) {
    this.head = head;
  }

  /** Writes the whole table; the stream stays open. */
  public void write(Iterable<ListedFilm> films, OutputStream out) throws IOException {
    CsvSchema.Builder columns = CsvSchema.builder();
    columns().forEach(columns::addColumn);
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    CsvSchema schema = columns.build().withHeader().withLineSeparator("\r\n");
    try (SequenceWriter rows = mapper.writerFor(Map.class).with(schema).writeValues(out)) {
      for (ListedFilm film : films) {
        rows.write(cells(film));
      }
    }
  }

  private List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of("file", "patient", "study", "series", "instance", "view", "status", "class"));
    columns.add("probability");
    head.classes().forEach(name -> columns.add("p:" + name));
    columns.addAll(
        List.of("decision", "warnings", "errorCode", "errorMessage", "modelName", "modelId"));
    columns.addAll(
        List.of("milliseconds", "heatmap", "priority", "waitingHours", "verdict", "note"));
    if (head.second().isPresent()) {
      columns.addAll(List.of("class2", "probability2", "agree"));
    }
    return columns;
  }

  private Map<String, String> cells(ListedFilm listed) {
    ScreenedFilm film = listed.row().film();
    Map<String, String> cells = new HashMap<>();
    text(cells, "file", film.label());
    text(cells, "patient", film.origin().patient());
    text(cells, "study", film.origin().study());
    text(cells, "series", film.origin().series());
    text(cells, "instance", film.origin().instance());
    text(cells, "view", film.origin().view());
    text(cells, "status", film.result().status());
    text(
        cells,
        "warnings",
        listed.warnings().stream()
            .map(FilmWarning::code)
            .map(FilmWarning.Code::name)
            .distinct()
            .collect(Collectors.joining(";")));
    text(cells, "modelName", head.modelName());
    text(cells, "modelId", head.modelId());
    text(cells, "heatmap", film.heatMap());
    cells.put("priority", Integer.toString(listed.priority()));
    listed
        .waitingHours()
        .ifPresent(hours -> cells.put("waitingHours", Rounded.hours(hours).toPlainString()));
    text(cells, "verdict", listed.row().verdict());
    text(cells, "note", listed.row().note());
    if (film.result() instanceof FilmResult.Answered answered) {
      answered(cells, answered);
    } else if (film.result() instanceof FilmResult.Failed failed) {
      text(cells, "errorCode", failed.code().name());
      text(cells, "errorMessage", failed.message());
    }
    return cells;
  }

  private static void answered(Map<String, String> cells, FilmResult.Answered answered) {
    text(cells, "class", answered.className());
    probability(cells, "probability", answered.probability());
    answered.probabilities().forEach((name, value) -> probability(cells, "p:" + name, value));
    answered.called().ifPresent(called -> text(cells, "decision", String.join(";", called)));
    cells.put("milliseconds", Rounded.milliseconds(answered.milliseconds()).toPlainString());
    answered
        .second()
        .ifPresent(
            second -> {
              text(cells, "class2", second.className());
              probability(cells, "probability2", second.probability());
              text(cells, "agree", answered.disputed() ? "0" : "1");
            });
  }

  private static void text(Map<String, String> cells, String column, String value) {
    cells.put(column, SafeCell.of(value));
  }

  private static void probability(Map<String, String> cells, String column, double value) {
    cells.put(column, Rounded.probability(value).toPlainString());
  }
}
