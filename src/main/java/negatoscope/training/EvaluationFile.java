package negatoscope.training;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Predictions;
import negatoscope.library.Model;
import negatoscope.library.card.ModelCard;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.Epoch;

/**
 * {@code evaluation.json} of a model, schema 1: all figures on the films that were judged, under
 * {@code sets} by part ({@code validation}, {@code test}), and the course of the training under
 * {@code epochs}. A figure that is undefined is null.
 */
final class EvaluationFile {
  private static final int SCHEMA = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new Finite())
                  .addSerializer(Double.class, new Finite())
                  .addSerializer(double[].class, new FiniteArray()))
          .build();

  private EvaluationFile() {}

  /** Writes the file anew: validation and the course of the training. */
  static void write(
      Path folder, ModelCard card, Recipe recipe, List<Epoch> epochs, Predictions validation) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("model", card.name());
    root.put("id", card.id());
    root.set("classes", JSON.valueToTree(card.classes()));
    root.putObject("sets").set("validation", figures(validation));
    root.set("recipe", JSON.valueToTree(recipe));
    root.set("epochs", JSON.valueToTree(epochs));
    write(folder, root);
  }

  /** Adds or replaces the figures on test films. */
  static void addTest(Path folder, ModelCard card, Predictions test) {
    Path file = folder.resolve(Model.EVALUATION);
    try {
      ObjectNode root =
          Files.exists(file)
                  && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode existing
              ? existing
              : JSON.createObjectNode().put("schema", SCHEMA);
      ObjectNode figures = figures(test);
      if (card.test() != null) {
        figures.set("intervals", JSON.valueToTree(card.test().intervals()));
        figures.set("per_collection", JSON.valueToTree(card.test().perCollection()));
        figures.set("inside_collection", JSON.valueToTree(card.test().insideCollection()));
        figures.put("looks", card.test().looks());
      }
      root.withObject("/sets").set("test", figures);
      root.set("probes", JSON.valueToTree(card.probes()));
      write(folder, root);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.BAD_MODEL, file + " cannot be read.", "Train the model again.", e);
    }
  }

  private static ObjectNode figures(Predictions predictions) {
    ObjectNode node = JSON.valueToTree(Figures.of(predictions));
    ArrayNode roc = node.putArray("roc");
    ArrayNode precisionRecall = node.putArray("precision_recall");
    for (int k = 0; k < predictions.classes(); k++) {
      ObjectNode curve = JSON.valueToTree(Figures.ranking(predictions, k).roc());
      roc.add(curve.put("class", k));
      ObjectNode other = JSON.valueToTree(Figures.ranking(predictions, k).precisionRecall());
      precisionRecall.add(other.put("class", k));
    }
    return node;
  }

  private static void write(Path folder, ObjectNode root) {
    AtomicFiles.write(
        folder.resolve(Model.EVALUATION), out -> out.write(JSON.writeValueAsBytes(root)));
  }

  /** Numbers; null for what is none. */
  private static final class Finite extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      number(value, json);
    }
  }

  /** Arrays of numbers, on one line. */
  private static final class FiniteArray extends JsonSerializer<double[]> {
    @Override
    public void serialize(double[] values, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : values) {
        number(value, json);
      }
      json.writeEndArray();
    }
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
