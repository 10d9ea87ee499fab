package negatoscope.training.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import negatoscope.network.HeadSpec;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Recipes as JSON: a change names the fields that differ, nested ones within their object. */
final class RecipeJson {
  private static final String HEAD_TYPE = "type";
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
    @JsonSubTypes.Type(value = HeadSpec.Published.class, name = "published")
  })
  private interface HeadByType {}

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
   * @throws IllegalArgumentException if they are out of range
   */
  static Recipe changed(Recipe recipe, Map<String, ?> changes) {
    try {
      return changed(recipe, JSON.<ObjectNode>valueToTree(changes));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
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
    } catch (IOException e) {
      String why =
          e instanceof JsonProcessingException problem
              ? problem.getOriginalMessage()
              : String.valueOf(e.getMessage());
      throw new Failure(
          ErrorCode.NOT_READABLE,
          file.getFileName() + " is no recipe: " + why + ".",
          "It must be a JSON object with fields of the recipe, such as {\"seed\": 2}.",
          e);
    }
  }

  private static Recipe changed(Recipe recipe, ObjectNode changes) throws JsonProcessingException {
    return JSON.treeToValue(merge(JSON.valueToTree(recipe), changes), Recipe.class);
  }

  private static ObjectNode merge(ObjectNode values, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue() instanceof ObjectNode inner
                  && values.get(change.getKey()) instanceof ObjectNode own
                  && sameKind(own, inner)) {
                merge(own, inner);
              } else {
                values.set(change.getKey(), change.getValue());
              }
            });
    return values;
  }

  /** A head of another type has other fields: nothing of the former one is left. */
  private static boolean sameKind(ObjectNode own, ObjectNode change) {
    JsonNode type = change.get(HEAD_TYPE);
    return type == null || type.equals(own.get(HEAD_TYPE));
  }
}
