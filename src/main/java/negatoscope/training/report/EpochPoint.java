package negatoscope.training.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.library.Model;

/**
 * One epoch of a training, as {@code evaluation.json} beside a model has it.
 *
 * @param stage which, and which run of it
 * @param loss on the training films, smoothed targets and all; NaN where it is not known
 * @param accuracy on the training films, dropout included; NaN where it is not known
 * @param validationLoss log loss on the validation films
 * @param validationAccuracy share of them that is right
 */
public record EpochPoint(
    String stage, double loss, double accuracy, double validationLoss, double validationAccuracy) {
  /** The epochs of a model in their order; empty where nobody wrote them down. */
  static List<EpochPoint> of(Model model) {
    Path file = model.folder().resolve(Model.EVALUATION);
    List<EpochPoint> points = new ArrayList<>();
    try {
      if (Files.isRegularFile(file)) {
        for (JsonNode epoch : new ObjectMapper().readTree(file.toFile()).path("epochs")) {
          JsonNode validation = epoch.path("validation");
          points.add(
              new EpochPoint(
                  epoch.path("stage").asText() + " " + epoch.path("run").asText(),
                  epoch.path("loss").asDouble(Double.NaN),
                  epoch.path("accuracy").asDouble(Double.NaN),
                  validation
                      .path(validation.has("loss") ? "loss" : "log_loss")
                      .asDouble(Double.NaN),
                  validation.path("accuracy").asDouble(Double.NaN)));
        }
      }
    } catch (IOException e) {
      // A report without the course of the training is still one.
      return List.of();
    }
    return points;
  }
}
