package negatoscope.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import negatoscope.film.FilmWarning;
import negatoscope.task.Failure;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.judging.JudgedFilm;

/**
 * {@code predictions.csv}: a row for every film, {@code status} ok, error, or learned for one that
 * was left out because a model had learned from it. Columns of a second model end in 2.
 */
public final class PredictionTable {
  private final List<String> classes;
  private final List<JudgedFilm> films;
  private final List<LabelledFilm> learned;
  private final int models;

  /**
   * A table.
   *
   * @param films in the order of the rows
   * @param learned left out, in rows after them
   * @param models how many answers a film has
   */
  public PredictionTable(
      List<String> classes, List<JudgedFilm> films, List<LabelledFilm> learned, int models) {
    this.classes = List.copyOf(classes);
    this.films = List.copyOf(films);
    this.learned = List.copyOf(learned);
    this.models = models;
  }

  /** The whole file. */
  public String csv() {
    List<Map<String, String>> rows = new ArrayList<>();
    films.forEach(film -> rows.add(row(film)));
    learned.forEach(film -> rows.add(begun(film, "learned")));
    CsvSchema.Builder columns = CsvSchema.builder();
    columns().forEach(columns::addColumn);
    try {
      return new CsvMapper().writer(columns.build().withHeader()).writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no plain values", e);
    }
  }

  private List<String> columns() {
    List<String> columns =
        new ArrayList<>(List.of("file", "label", "status", "patient", "collection", "view"));
    for (int model = 0; model < models; model++) {
      String end = end(model);
      columns.addAll(List.of("class" + end, "right" + end, "probability" + end));
      classes.forEach(name -> columns.add("p" + end + ":" + name));
      columns.add("heatOutside" + end);
    }
    columns.addAll(List.of("warnings", "errorCode", "errorMessage"));
    return columns;
  }

  private static String end(int model) {
    return model == 0 ? "" : Integer.toString(model + 1);
  }

  private Map<String, String> begun(LabelledFilm film, String status) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("file", film.name());
    row.put("label", classes.get(film.label()));
    row.put("status", status);
    row.put("patient", film.patient());
    row.put("collection", film.collection());
    row.put("view", film.view());
    return row;
  }

  private Map<String, String> row(JudgedFilm judged) {
    Map<String, String> row = begun(judged.film(), judged.judged() ? "ok" : "error");
    Failure failure = judged.failure();
    if (failure != null) {
      row.put("errorCode", failure.code().name());
      row.put("errorMessage", failure.sentence());
    }
    for (int model = 0; model < judged.answers().size(); model++) {
      JudgedFilm.Answer answer = judged.answers().get(model);
      String end = end(model);
      row.put("class" + end, classes.get(answer.top()));
      row.put("right" + end, judged.right(model) ? "1" : "0");
      row.put("probability" + end, Double.toString(answer.probabilities()[answer.top()]));
      for (int k = 0; k < classes.size(); k++) {
        row.put("p" + end + ":" + classes.get(k), Double.toString(answer.probabilities()[k]));
      }
      if (!Double.isNaN(answer.heatOutside())) {
        row.put("heatOutside" + end, Wording.number(answer.heatOutside()));
      }
    }
    row.put(
        "warnings",
        judged.answers().stream()
            .flatMap(answer -> answer.warnings().stream())
            .map(FilmWarning.Code::name)
            .distinct()
            .collect(Collectors.joining(";")));
    return row;
  }
}
