package negatoscope.training.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.task.AtomicFiles;
import negatoscope.tensor.Turn;

/**
 * Copies found among some films, kept for the next scan of exactly these films; one file of JSON,
 * safe to delete or damage.
 */
final class CopyCache {
  /** Goes up whenever copies are looked for in another way. */
  private static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private CopyCache() {}

  /** One row of the file: numbers among the films, from 0. */
  private record Pair(int first, int second, Turn turn, double likeness) {}

  /** What tells one set of films from any other: their contents in order. */
  static String key(List<String> sha256s) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sha256s.forEach(sha256 -> digest.update(sha256.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The copies among films of a key, if they were found before. */
  static Optional<List<CopyPair>> read(Path file, String key, int[] rows) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      if (root.path("schema").asInt() != SCHEMA || !root.path("films").asText().equals(key)) {
        return Optional.empty();
      }
      List<CopyPair> pairs = new ArrayList<>();
      for (JsonNode node : root.path("pairs")) {
        Pair pair = JSON.treeToValue(node, Pair.class);
        pairs.add(
            new CopyPair(
                rows[pair.first()], rows[pair.second()], false, pair.turn(), pair.likeness()));
      }
      return Optional.of(pairs);
    } catch (IOException | IndexOutOfBoundsException e) {
      // A damaged file is as good as none: the copies are looked for again.
      return Optional.empty();
    }
  }

  /**
   * Keeps copies.
   *
   * @param pairs by their rows
   * @param rows of the films of the key, ascending
   */
  static void write(Path file, String key, int[] rows, List<CopyPair> pairs) {
    List<Pair> numbered =
        pairs.stream()
            .map(
                pair ->
                    new Pair(
                        Arrays.binarySearch(rows, pair.first()),
                        Arrays.binarySearch(rows, pair.second()),
                        pair.turn(),
                        pair.likeness()))
            .toList();
    AtomicFiles.write(
        file,
        out ->
            out.write(
                JSON.writeValueAsBytes(Map.of("schema", SCHEMA, "films", key, "pairs", numbered))));
  }
}
