package negatoscope.workstation.trainer.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.library.Model;
import negatoscope.network.Backbone;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.report.CrossValidation;
import negatoscope.training.report.ReportFolder;
import negatoscope.training.series.SeriesFolder;

/**
 * A training on disk, until its model is saved: what was chosen, the checkpoint, the model.
 *
 * @param folder below {@code trainings/}
 * @param plan what was chosen
 */
public record RunFolder(Path folder, Plan plan) {
  private static final String PLAN = "plan.json";
  private static final String RECIPE = "recipe.json";
  private static final String FOLDS = "cross-validation.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes what was chosen into a new folder. */
  static RunFolder write(Path folder, Plan plan, Recipe recipe) {
    AtomicFiles.writeFolder(
        folder,
        aside -> {
          Files.write(aside.resolve(PLAN), JSON.writeValueAsBytes(plan));
          Files.writeString(aside.resolve(RECIPE), recipe.toJson(), StandardCharsets.UTF_8);
        });
    return new RunFolder(folder, plan);
  }

  /** Reads it; empty where it is none of ours, or of a newer schema. */
  static Optional<RunFolder> read(Path folder) {
    try {
      Plan plan = JSON.readValue(folder.resolve(PLAN).toFile(), Plan.class);
      return plan.schema() > Plan.SCHEMA
          ? Optional.empty()
          : Optional.of(new RunFolder(folder, plan));
    } catch (IOException | RuntimeException e) {
      // What cannot be read cannot be resumed either.
      return Optional.empty();
    }
  }

  /** Where the model goes. */
  public Path model() {
    return folder.resolve("model");
  }

  /** Whether the model itself is there. */
  public boolean trained() {
    return Files.isRegularFile(model().resolve(Model.CARD));
  }

  /** Whether the model is finished, and the folds if some were ordered. */
  public boolean finished() {
    return trained() && (plan.folds() == 0 || Files.isRegularFile(folds().resolve(FOLDS)));
  }

  /** Where the folds go, each with its model until the training is saved. */
  public Path folds() {
    return folder.resolve("folds");
  }

  /** What the folds came to; empty while they are not done, or where none were ordered. */
  public Optional<CrossValidation> crossValidation() {
    try {
      Path file = folds().resolve(FOLDS);
      return Files.isRegularFile(file)
          ? Optional.of(JSON.readValue(file.toFile(), CrossValidation.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE,
          folds().resolve(FOLDS) + " cannot be read.",
          "Delete it; the folds that are trained are then judged again.",
          e);
    }
  }

  /**
   * Copies the folds' own report, without their models; nothing where there is none.
   *
   * @param to a new folder
   */
  public void copyFoldReport(Path to) {
    if (!Files.isRegularFile(folds().resolve(ReportFolder.REPORT))) {
      return;
    }
    Path models = SeriesFolder.member(folds(), "").normalize();
    AtomicFiles.writeFolder(
        to,
        aside -> {
          try (Stream<Path> all = Files.walk(folds())) {
            for (Path file : (Iterable<Path>) all::iterator) {
              if (Files.isRegularFile(file) && !file.normalize().startsWith(models)) {
                Path copy = aside.resolve(folds().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
              }
            }
          }
        });
  }

  /** Keeps what the folds came to; from then on they are done. */
  public void keep(CrossValidation folds) {
    AtomicFiles.write(folds().resolve(FOLDS), out -> out.write(JSON.writeValueAsBytes(folds)));
  }

  /** The backbone; MobileNetV2 if this version does not know it. */
  public Backbone backbone() {
    return Backbone.ofId(plan.backbone()).orElse(Backbone.MOBILENET_V2);
  }

  /** The recipe. */
  public Recipe recipe() {
    return Recipe.recommended(backbone()).with(folder.resolve(RECIPE));
  }

  /**
   * Deletes it all.
   *
   * @throws Failure {@code NOT_WRITABLE}
   */
  public void delete() {
    try {
      AtomicFiles.delete(folder);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_WRITABLE,
          folder + " could not be deleted.",
          "Close what uses it and delete it by hand.",
          e);
    }
  }
}
