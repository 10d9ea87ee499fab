package negatoscope.workstation.trainer;

import java.util.concurrent.Executor;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import negatoscope.workstation.trainer.films.FilmSource;

/** What the wizard works with. */
public record TrainerTools(
    FilmSource films,
    WeightStore weights,
    Library library,
    RunFolders folders,
    TrainingDesk desk,
    Runners runners) {

  /**
   * Where its work is done.
   *
   * @param files for reading and writing files
   * @param quick for what takes a moment
   * @param engine for measuring
   * @param training for the training alone
   * @param window runs what it is given on the JavaFX thread
   */
  public record Runners(
      TaskRunner files,
      TaskRunner quick,
      TaskRunner engine,
      TaskRunner training,
      Executor window) {}
}
