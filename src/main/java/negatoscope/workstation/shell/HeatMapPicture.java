package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.film.FilmWarning;
import negatoscope.rendering.HeatMapSheet;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;

/** Keeps the film on the screen and its heat map as a picture. */
final class HeatMapPicture {
  private final WorkstationViewModel model;
  private final TaskRunner files;
  private final StringProperty notice;

  /**
   * Of what the window shows.
   *
   * @param notice says how saving ended, or why there is nothing to save
   */
  HeatMapPicture(WorkstationViewModel model, TaskRunner files, StringProperty notice) {
    this.model = model;
    this.files = files;
    this.notice = notice;
  }

  /** A name for it. */
  String name() {
    return model
            .studies()
            .selected()
            .map(film -> film.captionProperty().get().file().replaceFirst("\\.[^.]*$", ""))
            .orElse("film")
        + "-heat-map.png";
  }

  /** Whether there is one; if not, the notice says why. */
  boolean isThere() {
    return sheet().isPresent();
  }

  /**
   * Writes the film as it is shown and its heat map, in the background; the notice says how that
   * ended.
   */
  void save(Path file) {
    sheet()
        .ifPresent(
            sheet -> {
              Cancellation unused =
                  files.run(
                      "Saving " + file.getFileName(),
                      (progress, cancellation) -> {
                        sheet.writePng(file);
                        return file;
                      },
                      outcome -> notice.set(saved(file, outcome)));
            });
  }

  private static String saved(Path file, Outcome<Path> outcome) {
    return outcome instanceof Outcome.Done<Path>
        ? "Saved as " + file + "."
        : "The picture could not be saved as " + file + "; choose a folder you may write to.";
  }

  private Optional<HeatMapSheet> sheet() {
    Rendering rendering = model.viewer().renderingProperty().get();
    HeatOverlay overlay = model.heatMap().overlayProperty().getValue();
    HeatMap map = model.heatMap().mapProperty().getValue();
    if (rendering == null
        || overlay == null
        || map == null
        || !(model.assessment().answerProperty().getValue() instanceof Answer.Done done)) {
      String emptiness = model.heatMap().emptinessProperty().getValue();
      notice.set((emptiness + " There is no heat map to save.").strip());
      return Optional.empty();
    }
    Classification said = done.classification();
    return Optional.of(
        new HeatMapSheet(
            rendering,
            overlay,
            model.heatMap().opacityProperty().get(),
            new HeatMapSheet.Caption(
                model
                    .studies()
                    .selected()
                    .map(film -> film.captionProperty().get().file())
                    .orElse(""),
                map.className(),
                said.probabilities().get(said.classes().indexOf(map.className())),
                HeatMapViewModel.title(map.method()),
                said.modelName(),
                said.warnings().stream().map(FilmWarning::message).toList())));
  }
}
