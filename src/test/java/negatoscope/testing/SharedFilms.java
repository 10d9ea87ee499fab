package negatoscope.testing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the shared films. */
public final class SharedFilms {
  private SharedFilms() {}

  /** The frontal films of one split: {@code train}, {@code validation} or {@code test}. */
  public static List<Path> ofSplit(String split) {
    Map<String, String> splits = new HashMap<>();
    rows("films/splits.csv").forEach(row -> splits.put(row.get("file"), row.get("split")));
    List<Path> files = new ArrayList<>();
    for (Map<String, String> row : rows("films/films.csv")) {
      if (split.equals(splits.get(row.get("file")))) {
        files.add(Shared.path("films/" + row.get("file")));
      }
    }
    return files;
  }

  /** Whose the frontal films are. */
  public static Map<Path, String> patients() {
    Map<Path, String> patients = new HashMap<>();
    rows("films/films.csv")
        .forEach(row -> patients.put(Shared.path("films/" + row.get("file")), row.get("patient")));
    return patients;
  }

  /** The lateral films. */
  public static List<Path> laterals() {
    return rows("laterals/laterals.csv").stream()
        .map(row -> Shared.path("laterals/" + row.get("file")))
        .toList();
  }

  /** The rows of a table, by column name. */
  public static List<Map<String, String>> rows(String table) {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(Shared.path(table).toFile())) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
