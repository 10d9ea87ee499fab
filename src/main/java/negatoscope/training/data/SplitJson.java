package negatoscope.training.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A split as named plain values, schema 1, to be written as JSON. */
public final class SplitJson {
  /** The file's name beside a model. */
  public static final String FILE = "split.json";

  private static final int SCHEMA = 1;

  private SplitJson() {}

  /** How it was made, and the names of the films of each part. */
  public static Map<String, Object> films(DataSet dataSet, Split split) {
    Map<String, Object> fields = head(split);
    parts(split).forEach((name, rows) -> fields.put(name, names(dataSet, rows)));
    return fields;
  }

  /** How it was made, and how many films and patients of each class and part there are. */
  public static Map<String, Object> counts(DataSet dataSet, Split split) {
    Map<String, Object> fields = head(split);
    parts(split)
        .forEach(
            (name, rows) -> {
              Map<String, Object> part = new LinkedHashMap<>();
              part.put("films", rows.length);
              part.put("patients", dataSet.patients(rows));
              part.put("perClass", dataSet.perClass(rows));
              fields.put(name, part);
            });
    return fields;
  }

  private static Map<String, Object> head(Split split) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("by", split.by());
    fields.put("seed", split.seed());
    return fields;
  }

  /** The rows of each part, by the part's name. */
  public static Map<String, int[]> parts(Split split) {
    Map<String, int[]> parts = new LinkedHashMap<>();
    parts.put("train", split.train());
    parts.put("validation", split.validation());
    parts.put("test", split.test());
    return parts;
  }

  private static List<String> names(DataSet dataSet, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> dataSet.films().get(row).name()).toList();
  }
}
