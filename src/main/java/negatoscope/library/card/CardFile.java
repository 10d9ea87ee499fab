package negatoscope.library.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code card.json}; fields that it does not know survive, at any depth. */
public final class CardFile {
  private static final long MOST_BYTES = 16L << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private CardFile() {}

  /**
   * Reads a card.
   *
   * @throws Failure {@code BAD_MODEL} if it is missing or damaged, {@code NEWER_SCHEMA}
   */
  public static ModelCard read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw bad(file, "is missing", null);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw bad(file, "is larger than any card", null);
      }
      return parse(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw bad(file, "cannot be read", e);
    }
  }

  /**
   * Reads a card from bytes.
   *
   * @param where names them in a failure
   * @throws Failure {@code BAD_MODEL}, {@code NEWER_SCHEMA}
   */
  public static ModelCard parse(byte[] json, String where) {
    try {
      if (!(MAPPER.readTree(json) instanceof ObjectNode tree)) {
        throw bad(where, "is no card", null);
      }
      int schema = tree.path("schema").asInt(0);
      if (schema > ModelCard.SCHEMA) {
        throw new Failure(
            ErrorCode.NEWER_SCHEMA,
            "%s has schema %d, and this version reads up to %d."
                .formatted(where, schema, ModelCard.SCHEMA),
            "Use a newer version of the program.");
      }
      if (schema < 1) {
        throw bad(where, "has no schema number", null);
      }
      ModelCard card = MAPPER.treeToValue(tree, ModelCard.class);
      check(card, where);
      ObjectNode unknown = unknownFields(tree, MAPPER.valueToTree(card));
      return card.withUnknown(unknown);
    } catch (JsonProcessingException e) {
      throw bad(where, "is damaged (" + e.getOriginalMessage() + ")", e);
    } catch (IOException e) {
      throw bad(where, "cannot be read", e);
    }
  }

  /** Writes or replaces a card in one step. */
  public static void write(Path file, ModelCard card) {
    AtomicFiles.write(
        file, out -> out.write((format(card) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** The card as JSON text. */
  public static String format(ModelCard card) {
    ObjectNode tree = MAPPER.valueToTree(card);
    addMissing(tree, card.unknown());
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void check(ModelCard card, String where) {
    boolean whole =
        card.id() != null
            && card.name() != null
            && card.version() != null
            && card.created() != null
            && card.backbone() != null
            && card.head() != null
            && card.input() != null
            && card.training() != null;
    if (!whole) {
      throw bad(
          where, "lacks one of id, name, version, created, backbone, head, input, training", null);
    }
    if (card.classes().size() < 2
        || new HashSet<>(card.classes()).size() != card.classes().size()) {
      throw bad(where, "does not name two or more different classes", null);
    }
  }

  /** What is in the file and does not come back from the record. */
  private static ObjectNode unknownFields(ObjectNode file, ObjectNode known) {
    ObjectNode unknown = file.objectNode();
    Iterator<Map.Entry<String, JsonNode>> fields = file.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      JsonNode here = field.getValue();
      JsonNode there = known.get(field.getKey());
      if (there == null) {
        if (!here.isNull()) {
          unknown.set(field.getKey(), here);
        }
      } else if (here instanceof ObjectNode left && there instanceof ObjectNode right) {
        ObjectNode inner = unknownFields(left, right);
        if (!inner.isEmpty()) {
          unknown.set(field.getKey(), inner);
        }
      }
    }
    return unknown;
  }

  private static void addMissing(ObjectNode tree, ObjectNode unknown) {
    for (Map.Entry<String, JsonNode> field : unknown.properties()) {
      JsonNode there = tree.get(field.getKey());
      if (there == null) {
        tree.set(field.getKey(), field.getValue());
      } else if (there instanceof ObjectNode inner
          && field.getValue() instanceof ObjectNode innerUnknown) {
        addMissing(inner, innerUnknown);
      }
    }
  }

  private static Failure bad(Object where, String what, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.BAD_MODEL,
        "The card " + where + " " + what + ".",
        "Export or train the model again.",
        cause);
  }
}
