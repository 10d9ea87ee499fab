package negatoscope.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.task.AtomicFiles;

/**
 * Which model answers where none is named: {@code library.json}, schema 1, {@code {"schema": 1,
 * "default": NAME}}. Where there is no such file it is the bundled one. Unknown fields are kept.
 */
final class DefaultModel {
  private static final int SCHEMA = 1;
  private static final long MOST_BYTES = 1 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  DefaultModel(Path file) {
    this.file = file;
  }

  /**
   * What the file says.
   *
   * @param trouble why it could not be understood, as a sentence
   */
  record Choice(String name, Optional<String> trouble) {}

  /** Reads the choice; never fails. */
  Choice read() {
    if (!Files.exists(file)) {
      return new Choice(Library.BUNDLED, Optional.empty());
    }
    Optional<ObjectNode> tree = tree();
    if (tree.isEmpty() || tree.get().path("schema").asInt() < 1) {
      return trouble("is damaged");
    }
    if (tree.get().path("schema").asInt() > SCHEMA) {
      return trouble("was written by a newer version of this program");
    }
    String name = tree.get().path("default").asText(Library.BUNDLED);
    return Library.isName(name) ? new Choice(name, Optional.empty()) : trouble("is damaged");
  }

  /** Writes the choice in one step. */
  void write(String name) {
    ObjectNode tree = tree().orElseGet(JSON::createObjectNode);
    tree.put("schema", SCHEMA);
    tree.put("default", name);
    AtomicFiles.write(file, out -> out.write(JSON.writeValueAsBytes(tree)));
  }

  private Optional<ObjectNode> tree() {
    try {
      if (Files.exists(file)
          && Files.size(file) <= MOST_BYTES
          && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode tree) {
        return Optional.of(tree);
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Choice trouble(String what) {
    return new Choice(
        Library.BUNDLED,
        Optional.of(
            file + " " + what + ", so the default model is not known. Set it again to mend this."));
  }
}
