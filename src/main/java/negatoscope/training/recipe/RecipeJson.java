package negatoscope.training.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import negatoscope.network.HeadSpec;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Recipes as JSON: a change names the fields that differ, nested ones within their object. */
final class RecipeJson {
  private static final String HEAD = "head";
  private static final String HEAD_TYPE = "type";
  private static final String PUBLISHED = "published";
  private static final String DROPOUT = "dropout";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addMixIn(HeadSpec.class, HeadByType.class)
          .build();

  private RecipeJson() {}

  /** Tells heads apart by a field {@code type}; without it a head is compact. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      property = HEAD_TYPE,
      defaultImpl = HeadSpec.Compact.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = HeadSpec.Compact.class, name = "compact"),
    @JsonSubTypes.Type(value = HeadSpec.Published.class, name = PUBLISHED)
  })
  private interface HeadByType {}

  /** A head within something is written with its type. */
  private record OfHead(HeadSpec head) {}

  static String format(Recipe recipe) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(recipe);
    } catch (JsonProcessingException e) {
      throw Failure.of(e);
    }
  }

  /**
   * The recipe with other values.
   *
   * @throws IllegalArgumentException if a field is unknown or a value out of range
   */
  static Recipe changed(Recipe recipe, Map<String, ?> changes) {
    try {
      ObjectNode tree = JSON.valueToTree(changes);
      if (changes.get(HEAD) instanceof HeadSpec head) {
        tree.setAll(JSON.<ObjectNode>valueToTree(new OfHead(head)));
      }
      return changed(recipe, tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(why(e), e);
    }
  }

  /** The recipe with what a file says in place of its own values. */
  static Recipe changed(Recipe recipe, Path file) {
    try {
      JsonNode changes = JSON.readTree(Files.readString(file));
      if (!(changes instanceof ObjectNode object)) {
        throw new IOException("it is no JSON object");
      }
      return changed(recipe, object);
    } catch (IOException | IllegalArgumentException e) {
      String why = e instanceof JsonProcessingException problem ? why(problem) : plain(e);
      throw new Failure(
          ErrorCode.NOT_READABLE,
          file.getFileName() + " is no recipe: " + why + ".",
          "It must be a JSON object with fields of the recipe, such as {\"seed\": 2}.",
          e);
    }
  }

  private static String plain(Exception problem) {
    return problem instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(problem.getMessage());
  }

  /** In words of the recipe, where it is the recipe that refuses. */
  private static String why(JsonProcessingException problem) {
    if (problem.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    if (problem instanceof JsonParseException parse) {
      return "line %d is no JSON".formatted(parse.getLocation().getLineNr());
    }
    if (problem instanceof UnrecognizedPropertyException unknown) {
      return "there is no field %s; here are %s"
          .formatted(
              path(unknown),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")));
    }
    return problem instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? "the value of " + path(mapping) + " cannot be used"
        : problem.getOriginalMessage();
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private static Recipe changed(Recipe recipe, ObjectNode changes) throws JsonProcessingException {
    return JSON.treeToValue(merge(JSON.valueToTree(recipe), changes), Recipe.class);
  }

  private static ObjectNode merge(ObjectNode values, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            change -> {
              Ranges.require(!change.getValue().isNull(), change.getKey() + " must not be null");
              if (change.getValue() instanceof ObjectNode inner
                  && values.get(change.getKey()) instanceof ObjectNode own
                  && sameKind(own, inner)) {
                merge(own, inner);
              } else {
                values.set(change.getKey(), filled(change.getValue()));
              }
            });
    return values;
  }

  /** A head of another type has other fields: nothing of the former one is left. */
  private static boolean sameKind(ObjectNode own, ObjectNode change) {
    JsonNode type = change.get(HEAD_TYPE);
    return type == null || type.equals(own.get(HEAD_TYPE));
  }

  /** A published head has no dropout unless it is given. */
  private static JsonNode filled(JsonNode value) {
    return value instanceof ObjectNode head
            && PUBLISHED.equals(head.path(HEAD_TYPE).asText())
            && !head.has(DROPOUT)
        ? head.deepCopy().put(DROPOUT, 0)
        : value;
  }
}
