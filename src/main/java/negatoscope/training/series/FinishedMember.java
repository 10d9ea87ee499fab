package negatoscope.training.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import negatoscope.library.Model;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.TrainingOrder;
import negatoscope.training.data.SplitJson;
import negatoscope.training.judging.FigureJson;

/** Finds the model of a member that was trained before. */
final class FinishedMember {
  private static final ObjectMapper JSON = FigureJson.mapper();

  private FinishedMember() {}

  /**
   * The model, if it is there.
   *
   * @throws Failure {@code CHANGED} if it was trained otherwise; {@code BAD_MODEL}
   */
  static Optional<Model> of(TrainingOrder order) {
    if (!Files.exists(order.out())) {
      return Optional.empty();
    }
    Model model = Model.of(order.out()).verified();
    try {
      boolean same =
          model.card().backbone().equals(order.backbone().id())
              && Objects.equals(model.card().weights(), order.origin())
              && read(model, Model.EVALUATION).path("recipe").equals(again(order.recipe()))
              && sameSplit(read(model, SplitJson.FILE), order);
      if (same) {
        return Optional.of(model);
      }
    } catch (IOException e) {
      throw changed(order, e);
    }
    throw changed(order, null);
  }

  private static boolean sameSplit(JsonNode file, TrainingOrder order) throws IOException {
    JsonNode wanted = again(SplitJson.films(order.dataSet(), order.split()));
    return file.path("train").equals(wanted.path("train"))
        && file.path("validation").equals(wanted.path("validation"))
        && file.path("test").equals(wanted.path("test"));
  }

  private static JsonNode read(Model model, String name) throws IOException {
    Path file = model.folder().resolve(name);
    return Files.isRegularFile(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
  }

  /** As it reads when it was written. */
  private static JsonNode again(Object value) throws IOException {
    return JSON.readTree(JSON.writeValueAsBytes(value));
  }

  private static Failure changed(
      TrainingOrder order, @org.jspecify.annotations.Nullable Exception e) {
    return new Failure(
        ErrorCode.CHANGED,
        order.out() + " holds a model that was trained with other films or settings.",
        "Go on with the same ones, or choose another name or folder.",
        e);
  }
}
