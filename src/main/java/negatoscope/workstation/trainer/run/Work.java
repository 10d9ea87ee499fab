package negatoscope.workstation.trainer.run;

import java.util.Optional;
import java.util.function.Consumer;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.training.run.TrainingControl;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.desk.RunWatcher;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import org.jspecify.annotations.Nullable;

/** What the run's own thread does, and the folder that it does it in. */
final class Work {
  private final RunFolders folders;
  private final TrainingDesk desk;
  // Made by the run's thread, asked for by the window's.
  private volatile @Nullable RunFolder folder;

  Work(RunFolders folders, TrainingDesk desk) {
    this.folders = folders;
    this.desk = desk;
  }

  /** Where the training lies; empty before it has begun. */
  Optional<RunFolder> folder() {
    return Optional.ofNullable(folder);
  }

  /** The next work goes on there; in a new folder if that is null. */
  void in(@Nullable RunFolder begun) {
    folder = begun;
  }

  /** Trains, or goes on; only asks the model again where everything is finished. */
  Trained go(
      Ordered wanted,
      RunWatcher watcher,
      TrainingControl control,
      Progress progress,
      Cancellation cancellation) {
    RunFolder at = folder;
    if (at == null) {
      at = folders.make(wanted.plan(), wanted.wish().recipe());
      folder = at;
    }
    return at.finished()
        ? desk.judge(wanted.wish(), at, progress, cancellation)
        : desk.train(wanted.wish(), at, watcher, control);
  }

  /** Deletes what is left of a training. */
  static void delete(RunFolder gone, TaskRunner runner, Consumer<String> trouble) {
    Cancellation unused =
        runner.run(
            "Deleting the stopped training",
            (progress, cancellation) -> {
              gone.delete();
              return gone;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<RunFolder> failed) {
                trouble.accept(String.valueOf(failed.failure().getMessage()));
              }
            });
  }
}
