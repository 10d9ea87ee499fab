package negatoscope.training.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import negatoscope.task.AtomicFiles;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the films of one data set, kept from one scan to the next. A film is known again by
 * its path, length and time of change; where one of them differs, by the SHA-256 of its content.
 *
 * <p>The file has a line of JSON for the schema and one for each film; what cannot be read in it is
 * passed over, so it is safe to delete or damage.
 *
 * <p>Threads: one that fills it, or any number that only ask.
 */
final class FactCache {
  /** Goes up whenever facts mean something else than before. */
  private static final int SCHEMA = 1;

  private static final String SCHEMA_FIELD = "schema";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Entry> byPath = new TreeMap<>();
  private final Map<String, FilmState> byContent = new HashMap<>();

  /**
   * By what a file is known again without reading it.
   *
   * @param path absolute
   * @param bytes its length
   * @param modified milliseconds since 1970
   */
  record Identity(String path, long bytes, long modified) {
    static Identity of(Path file) throws IOException {
      return new Identity(
          file.toAbsolutePath().normalize().toString(),
          Files.size(file),
          Files.getLastModifiedTime(file).toMillis());
    }
  }

  /** What is known of a file that did not change. */
  record Known(String sha256, FilmState state) {}

  private record Entry(Identity identity, String sha256, FilmState state) {}

  /** Reads the file; an absent, older or damaged one gives an empty cache. */
  static FactCache read(Path file) {
    FactCache cache = new FactCache();
    if (!Files.isRegularFile(file)) {
      return cache;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      if (first == null || tree(first).path(SCHEMA_FIELD).asInt() != SCHEMA) {
        return cache;
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cache.add(tree(line));
      }
    } catch (IOException | IllegalArgumentException e) {
      // What was read before the damage still holds; the rest is found out again.
      return cache;
    }
    return cache;
  }

  private static JsonNode tree(String line) throws JsonProcessingException {
    return JSON.readTree(line);
  }

  private void add(JsonNode node) {
    Entry entry =
        new Entry(
            new Identity(
                node.path("path").asText(),
                node.path("bytes").asLong(),
                node.path("modified").asLong()),
            node.path("sha256").asText(),
            FactJson.state(node));
    put(entry.identity(), entry.sha256(), entry.state());
  }

  /** A reason names its file, so what cannot be read is not known by its content. */
  private void remember(Entry entry) {
    if (entry.state() instanceof FilmState.Read) {
      byContent.put(entry.sha256(), entry.state());
    }
  }

  /** What is known of a file that did not change, or null. */
  @Nullable Known known(Identity identity) {
    Entry entry = byPath.get(identity.path());
    return entry == null || !entry.identity().equals(identity)
        ? null
        : new Known(entry.sha256(), entry.state());
  }

  /** What is known of a content that could be read, or null. */
  @Nullable FilmState known(String sha256) {
    return byContent.get(sha256);
  }

  /** What is known of some files; a cache for more. */
  FactCache of(Collection<Path> files) {
    FactCache some = new FactCache();
    for (Path file : files) {
      Entry entry = byPath.get(file.toAbsolutePath().normalize().toString());
      if (entry != null) {
        some.put(entry.identity(), entry.sha256(), entry.state());
      }
    }
    return some;
  }

  /** Remembers a film. */
  void put(Identity identity, String sha256, FilmState state) {
    Entry entry = new Entry(identity, sha256, state);
    byPath.put(identity.path(), entry);
    remember(entry);
  }

  /** Writes everything. */
  void write(Path file) {
    AtomicFiles.write(
        file,
        out -> {
          out.write(line(Map.of(SCHEMA_FIELD, SCHEMA)));
          for (Entry entry : byPath.values()) {
            Map<String, Object> fields = FactJson.fields(entry.state());
            fields.put("path", entry.identity().path());
            fields.put("bytes", entry.identity().bytes());
            fields.put("modified", entry.identity().modified());
            fields.put("sha256", entry.sha256());
            out.write(line(fields));
          }
        });
  }

  private static byte[] line(Map<String, ?> fields) throws JsonProcessingException {
    return (JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
