package negatoscope.training.judging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.evaluation.Predictions;
import negatoscope.library.Model;
import negatoscope.library.card.ModelCard;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * {@code evaluation.json} of a model, schema 1: all figures on the films that were judged, under
 * {@code sets} by part ({@code validation}, {@code test}), and the course of the training under
 * {@code epochs}. A figure that is undefined is null.
 */
public final class EvaluationFile {
  private static final int SCHEMA = 1;
  private static final ObjectMapper JSON = FigureJson.mapper();

  private EvaluationFile() {}

  /**
   * Writes the file anew: validation and the course of the training.
   *
   * @param recipe a record of settings
   * @param epochs a record each
   */
  public static void write(
      Path folder, ModelCard card, Record recipe, List<? extends Record> epochs, Predictions seen) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("model", card.name());
    root.put("id", card.id());
    root.set("classes", JSON.valueToTree(card.classes()));
    root.putObject("sets").set("validation", FigureJson.figures(seen));
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
      ObjectNode figures = FigureJson.figures(test);
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

  private static void write(Path folder, ObjectNode root) {
    AtomicFiles.write(
        folder.resolve(Model.EVALUATION), out -> out.write(JSON.writeValueAsBytes(root)));
  }
}
