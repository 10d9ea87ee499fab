package negatoscope.library.files;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a model.
 *
 * @param name below the model's folder, parted by {@code /}
 * @param bytes its size, as announced
 */
record ModelFile(String name, long bytes) {
  /** The card's name. */
  static final String CARD = "card.json";

  /** The graph's name. */
  static final String GRAPH = "saved_model.pb";

  /** The folder of variables. */
  static final String VARIABLES = "variables";

  private static final long MB = 1L << 20;

  /** Protocol buffers end at 2 GiB; the largest published head has 238 million weights. */
  private static final Map<String, Long> MOST_BYTES =
      Map.of(
          GRAPH,
          2048 * MB,
          CARD,
          16 * MB,
          "evaluation.json",
          64 * MB,
          "LICENCES.txt",
          16 * MB,
          "weights.h5",
          4096 * MB,
          "weights.bin",
          4096 * MB);

  private static final Pattern VARIABLE_FILE =
      Pattern.compile(VARIABLES + "/variables\\.(index|data-[0-9]{5}-of-[0-9]{5})");

  /** The largest that a file of this name may be; empty if a model has no such file. */
  static Optional<Long> mostBytes(String name) {
    return VARIABLE_FILE.matcher(name).matches()
        ? Optional.of(4096 * MB)
        : Optional.ofNullable(MOST_BYTES.get(name));
  }
}
