package negatoscope.workstation.trainer.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;

/** The trainings whose models were not saved yet, a folder each. */
public final class RunFolders {
  private final Path trainings;

  /**
   * Those below a folder.
   *
   * @param trainings need not be there yet
   */
  public RunFolders(Path trainings) {
    this.trainings = trainings;
  }

  /** Makes a new one. */
  public RunFolder make(Plan plan, Recipe recipe) {
    String stem = plan.started().replaceAll("[^0-9T]", "");
    Path folder = trainings.resolve(stem);
    for (int number = 2; Files.exists(folder); number++) {
      folder = trainings.resolve(stem + "-" + number);
    }
    return RunFolder.write(folder, plan, recipe);
  }

  /** All that can be gone on with or saved, the latest first. */
  public List<RunFolder> list() {
    if (!Files.isDirectory(trainings)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(trainings)) {
      return folders
          .sorted(Comparator.reverseOrder())
          .map(RunFolder::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, trainings + " cannot be read.", "Check its permissions.", e);
    }
  }
}
