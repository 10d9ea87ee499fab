package negatoscope.workstation.trainer.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Grouping;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Sampling;

/** A value of a recipe that the user may change, as a text. */
public enum RecipeField {
  SIDE("_Side of the input", "pixels; more shows more, and takes longer", "/side"),
  FINE_TUNE_FROM(
      "Backbone learns fr_om", "all, none, or a layer or block", "/learning/fineTuneFrom"),
  HEAD_EPOCHS("Epochs of the _head", "the backbone stays as it is", "/headStage/epochs"),
  HEAD_RATE("Rate of the head", "", "/headStage/rate"),
  HEAD_BATCH("Films an update, head", "", "/headStage/batch"),
  EPOCHS("Epochs of the _whole network", "0 leaves the backbone as it is", "/wholeStage/epochs"),
  RATE("Rate of the whole network", "", "/wholeStage/rate"),
  BATCH("Films an update, whole network", "", "/wholeStage/batch"),
  SHIFT("Shift by up to", "share of the side", "/augmentation/shift"),
  ROTATION("Rotation by up to", "degrees", "/augmentation/rotation"),
  SCALE("Scale by up to", "share", "/augmentation/scale"),
  BRIGHTNESS("Brightness by up to", "of 255 grey values", "/augmentation/brightness"),
  CONTRAST("Contrast by up to", "share", "/augmentation/contrast"),
  NOISE("Noise", "standard deviation in grey values", "/augmentation/noise"),
  MIRROR("Mirrored left to right", "share of the films", "/augmentation/mirror"),
  BORDER(
      "Border blacked out",
      "share of each edge, in training and ever after",
      "/preparation/border"),
  SMOOTHING("Label smoothing", "0 for none", "/labelSmoothing"),
  SAMPLING("Films of an epoch", "", "/sampling/how", Sampling.How.class),
  GROUPING("Drawn evenly by", "", "/sampling/by", Grouping.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String title;
  private final String remark;
  private final Class<?> choices;
  private final String path;

  RecipeField(String title, String remark, String path) {
    this(title, remark, path, Void.class);
  }

  /**
   * A field.
   *
   * @param path where it is in the recipe's JSON
   * @param choices the enumeration of what it may be; another class where it is free
   */
  RecipeField(String title, String remark, String path, Class<?> choices) {
    this.title = title;
    this.remark = remark;
    this.path = path;
    this.choices = choices;
  }

  /** What it is, perhaps with a mnemonic. */
  String title() {
    return title;
  }

  /** What there is to say about it; may be empty. */
  String remark() {
    return remark;
  }

  /** What it may be; empty where it is a number or a name. */
  List<String> choices() {
    Object[] constants = choices.getEnumConstants();
    return constants == null ? List.of() : Arrays.stream(constants).map(String::valueOf).toList();
  }

  /** Its value in a recipe. */
  String of(Recipe recipe) {
    JsonNode node = node(recipe);
    return node.isDouble() && node.doubleValue() == Math.rint(node.doubleValue())
        ? Long.toString((long) node.doubleValue())
        : node.asText();
  }

  private JsonNode node(Recipe recipe) {
    try {
      return JSON.readTree(recipe.toJson()).at(path);
    } catch (JsonProcessingException e) {
      throw Failure.of(e);
    }
  }

  /**
   * A recipe with this value.
   *
   * @throws IllegalArgumentException why it cannot be, in a sentence without a full stop
   */
  Recipe changed(Recipe recipe, String text) {
    Object value = choices().isEmpty() && this != FINE_TUNE_FROM ? number(recipe, text) : text;
    int inner = path.lastIndexOf('/');
    String name = path.substring(inner + 1);
    return recipe.with(
        inner == 0 ? Map.of(name, value) : Map.of(path.substring(1, inner), Map.of(name, value)));
  }

  private Number number(Recipe recipe, String text) {
    try {
      if (node(recipe).isIntegralNumber()) {
        return Integer.valueOf(text);
      }
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: \"%s\" is no number".formatted(title.replace("_", ""), text), e);
    }
  }
}
