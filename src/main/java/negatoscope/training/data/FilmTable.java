package negatoscope.training.data;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV tables (RFC 4180, UTF-8, first line names the columns) of films: {@code file,label} and
 * optionally {@code patient,collection,view,age,split,fold}; other columns are passed over.
 */
final class FilmTable {
  /** A table of this name beside a data set gives the parts. */
  static final String SPLITS = "splits.csv";

  private FilmTable() {}

  static List<FilmRow> read(Path table) {
    Path parent = table.toAbsolutePath().getParent();
    Path folder = parent == null ? Path.of("") : parent;
    List<FilmRow> films = new ArrayList<>();
    for (Map<String, String> row : rows(table, "file", "label")) {
      String name = text(row, "file");
      String label = text(row, "label");
      if (name.isEmpty() || label.isEmpty()) {
        throw DataSet.bad(
            table,
            "has no " + (name.isEmpty() ? "file" : "label") + " in row " + (films.size() + 1) + ".",
            "Every row names a file and its label.");
      }
      films.add(
          new FilmRow(
              name,
              resolve(table, folder, name),
              label,
              text(row, "patient"),
              text(row, "collection"),
              text(row, "view"),
              text(row, "age"),
              part(table, name, text(row, "split")),
              text(row, "fold")));
    }
    return films;
  }

  /** Takes parts and folds from another table, joined on {@code file}. */
  static List<FilmRow> join(List<FilmRow> films, Path splits) {
    Map<String, Part> parts = new HashMap<>();
    Map<String, String> folds = new HashMap<>();
    for (Map<String, String> row : rows(splits, "file", "split")) {
      String name = text(row, "file");
      Part part = part(splits, name, text(row, "split"));
      if (part != null) {
        parts.put(name, part);
      }
      folds.put(name, text(row, "fold"));
    }
    List<FilmRow> joined =
        films.stream()
            .map(
                film ->
                    film.in(parts.get(film.name()), folds.getOrDefault(film.name(), film.fold())))
            .toList();
    if (!films.isEmpty() && joined.stream().allMatch(film -> film.part() == null)) {
      throw DataSet.bad(
          splits,
          "names none of the films, such as " + films.get(0).name() + ".",
          "Its column file must read as in the data set.");
    }
    return joined;
  }

  private static List<Map<String, String>> rows(Path table, String... needed) {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build();
    List<Map<String, String>> rows;
    try (var in = Files.newInputStream(table);
        MappingIterator<Map<String, String>> iterator =
            mapper
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      rows = iterator.readAll();
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failure(
          ErrorCode.BAD_DATASET,
          table.getFileName() + " cannot be read as a table: " + why + ".",
          "It must be a CSV file whose first line names the columns.",
          e);
    }
    for (String column : needed) {
      if (!rows.isEmpty() && !rows.get(0).containsKey(column)) {
        throw DataSet.bad(
            table,
            "has no column " + column + ".",
            "Its first line must name " + String.join(" and ", needed) + ".");
      }
    }
    return rows;
  }

  private static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null ? "" : value.strip();
  }

  private static Path resolve(Path table, Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (java.nio.file.InvalidPathException e) {
      throw DataSet.bad(table, "names a file that cannot be: " + name + ".", "Mend the row.");
    }
  }

  private static @Nullable Part part(Path table, String film, String name) {
    if (name.isEmpty()) {
      return null;
    }
    return Part.ofName(name)
        .orElseThrow(
            () ->
                DataSet.bad(
                    table,
                    "puts " + film + " into \"" + name + "\".",
                    "A part is train, validation or test."));
  }
}
