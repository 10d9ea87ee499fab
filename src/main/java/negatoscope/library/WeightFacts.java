package negatoscope.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.network.Backbone;
import negatoscope.task.AtomicFiles;

/** {@code weights.json} beside a stored weight file: what {@link StoredWeights} says of it. */
final class WeightFacts {
  static final String NAME = "weights.json";

  private static final int SCHEMA = 1;
  private static final long MOST_BYTES = 1L << 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private WeightFacts() {}

  /** Whether a folder is one that stored weights lie in: its name is a SHA-256. */
  static boolean isPlace(Path folder) {
    return String.valueOf(folder.getFileName()).matches("[0-9a-f]{64}");
  }

  /** What a folder holds; empty if it is none of stored weights, or damaged. */
  static Optional<StoredWeights> read(Path folder) {
    Path facts = folder.resolve(NAME);
    try {
      if (!isPlace(folder) || !Files.isRegularFile(facts) || Files.size(facts) > MOST_BYTES) {
        return Optional.empty();
      }
      JsonNode json = MAPPER.readTree(Files.readAllBytes(facts));
      Optional<Backbone> backbone = Backbone.ofId(json.path("backbone").asText());
      String name = json.path("file").asText();
      if (json.path("schema").asInt() != SCHEMA || backbone.isEmpty() || !isName(name)) {
        return Optional.empty();
      }
      Path file = folder.resolve(name);
      long bytes = json.path("bytes").asLong();
      if (!Files.isRegularFile(file) || Files.size(file) != bytes) {
        return Optional.empty();
      }
      return Optional.of(
          new StoredWeights(
              backbone.get(),
              file,
              name,
              String.valueOf(folder.getFileName()),
              json.path("official").asBoolean(),
              json.path("licence").asText(StoredWeights.NO_LICENCE),
              bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z0-9._+-]{1,200}") && !name.equals("..") && !name.equals(".");
  }

  /** Adds to what is known of stored weights what their second coming told. */
  static StoredWeights learned(StoredWeights there, StoredWeights again) {
    boolean licensed = !again.licence().equals(StoredWeights.NO_LICENCE);
    StoredWeights known =
        new StoredWeights(
            there.backbone(),
            there.file(),
            there.name(),
            there.sha256(),
            there.official() || again.official(),
            licensed && !there.official() ? again.licence() : there.licence(),
            there.bytes());
    if (!known.equals(there)) {
      AtomicFiles.write(there.file().resolveSibling(NAME), out -> out.write(bytes(known)));
    }
    return known;
  }

  static void write(StoredWeights stored, Path folder) throws IOException {
    Files.write(folder.resolve(NAME), bytes(stored));
  }

  private static byte[] bytes(StoredWeights stored) throws IOException {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("schema", SCHEMA)
            .put("backbone", stored.backbone().id())
            .put("file", stored.name())
            .put("sha256", stored.sha256())
            .put("official", stored.official())
            .put("licence", stored.licence())
            .put("bytes", stored.bytes());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }
}
