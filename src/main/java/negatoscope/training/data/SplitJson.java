package negatoscope.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import negatoscope.library.FileDigest;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/** A split as named plain values, schema 1, to be written as JSON. */
public final class SplitJson {
  /** The file's name beside a model. */
  public static final String FILE = "split.json";

  /** The field with the contents of the films of training and validation. */
  public static final String CONTENTS = "contents";

  private static final int SCHEMA = 1;

  private SplitJson() {}

  /** How it was made, and the names of the films of each part. */
  public static Map<String, Object> films(DataSet dataSet, Split split) {
    Map<String, Object> fields = head(split);
    parts(split).forEach((name, rows) -> fields.put(name, names(dataSet, rows)));
    return fields;
  }

  /**
   * The same, and the SHA-256 of the files that are learned from and chosen by, so that they are
   * known again wherever they lie. Reads every one of them.
   */
  public static Map<String, Object> learned(DataSet dataSet, Split split) {
    Map<String, Object> fields = films(dataSet, split);
    fields.put(
        CONTENTS,
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation()))
            .mapToObj(row -> content(dataSet.films().get(row).file()))
            .flatMap(Optional::stream)
            .toList());
    return fields;
  }

  /** SHA-256 of a file in hexadecimal; empty where it cannot be read. */
  public static Optional<String> content(Path file) {
    try {
      return Optional.of(FileDigest.of(file, Progress.NONE, new Cancellation()).sha256());
    } catch (IOException e) {
      // What cannot be read was not learned from.
      return Optional.empty();
    }
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
