package negatoscope.training.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import negatoscope.library.Model;
import negatoscope.training.judging.Judgement;

/**
 * One training of a series and how good it is.
 *
 * @param label for people
 * @param model that it left
 * @param bytes of its graph and variables
 * @param validation what it was chosen by
 * @param judgement of its test films
 */
public record MemberResult(
    String label, Model model, long bytes, Validated validation, Judgement judgement) {
  /**
   * Figures on the validation films; NaN where they are not written down.
   *
   * @param accuracy share that is right
   * @param macroAuc mean over the classes
   * @param logLoss calibrated
   */
  public record Validated(double accuracy, double macroAuc, double logLoss) {}

  static MemberResult of(String label, Model model, Judgement judgement) {
    try {
      return new MemberResult(label, model, bytes(model), validated(model), judgement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Validated validated(Model model) throws IOException {
    Path file = model.folder().resolve(Model.EVALUATION);
    if (!Files.isRegularFile(file)) {
      return new Validated(Double.NaN, Double.NaN, Double.NaN);
    }
    JsonNode figures = new ObjectMapper().readTree(file.toFile()).at("/sets/validation");
    return new Validated(
        figures.path("accuracy").asDouble(Double.NaN),
        figures.at("/macro/roc_auc").asDouble(Double.NaN),
        figures.path("log_loss").asDouble(Double.NaN));
  }

  private static long bytes(Model model) throws IOException {
    long bytes = Files.size(model.folder().resolve(Model.GRAPH));
    Path variables = model.folder().resolve(Model.VARIABLES);
    if (Files.isDirectory(variables)) {
      try (Stream<Path> files = Files.list(variables)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }
}
