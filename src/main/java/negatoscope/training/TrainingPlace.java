package negatoscope.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.network.Weights;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.checkpoint.Checkpoint;
import negatoscope.training.checkpoint.CheckpointFile;
import negatoscope.training.checkpoint.TrainingIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a training leaves what it makes: the model's folder and, until that is finished, a
 * checkpoint beside it.
 *
 * @param folder of the model
 */
public record TrainingPlace(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingPlace.class);
  private static final String SUFFIX = ".checkpoint";
  private static final int MOST_CHANGES = 4;

  /** Makes the path absolute. */
  public TrainingPlace {
    folder = folder.toAbsolutePath();
  }

  /** The file with all that is needed to go on. */
  public Path checkpoint() {
    return folder.resolveSibling(folder.getFileName() + SUFFIX);
  }

  /** Whether a training was begun here that has not ended. */
  public boolean unfinished() {
    return Files.exists(checkpoint()) && Files.notExists(folder);
  }

  /**
   * Sees to it that a training can start, before anything is done for it.
   *
   * @throws Failure {@code EXISTS} where the model or an unfinished training of it is; {@code
   *     NOT_WRITABLE}
   */
  public void requireFree() {
    requireNoModel();
    if (unfinished()) {
      throw new Failure(
          ErrorCode.EXISTS,
          checkpoint() + " holds a training that was interrupted.",
          "Go on with it (--resume), or delete that file to start anew.");
    }
    AtomicFiles.requireWritable(folder);
  }

  /**
   * Sees to it that a training can go on, before anything is done for it.
   *
   * @throws Failure {@code NOT_FOUND} where none was interrupted; {@code EXISTS} where the model is
   *     finished; {@code NOT_WRITABLE}
   */
  public void requireUnfinished() {
    requireNoModel();
    if (!unfinished()) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          "No training was interrupted here: " + checkpoint() + " is not there.",
          "Start it without --resume.");
    }
    AtomicFiles.requireWritable(folder);
  }

  private void requireNoModel() {
    if (Files.exists(folder)) {
      throw new Failure(
          ErrorCode.EXISTS, folder + " is already there.", "Choose another name or folder.");
    }
  }

  /**
   * Reads the checkpoint of a training that is to go on.
   *
   * @throws Failure {@code BAD_CHECKPOINT}; {@code CHANGED} where it is another training's
   */
  Checkpoint read(TrainingIdentity identity, Weights start) {
    List<String> changes = CheckpointFile.identity(checkpoint()).changes(identity);
    if (!changes.isEmpty()) {
      String more = changes.size() > MOST_CHANGES ? "; and more" : "";
      throw new Failure(
          ErrorCode.CHANGED,
          "The training that %s holds was started otherwise: %s%s."
              .formatted(
                  checkpoint(),
                  String.join("; ", changes.subList(0, Math.min(MOST_CHANGES, changes.size()))),
                  more),
          "Order it as then, or delete that file to start anew.");
    }
    return CheckpointFile.read(checkpoint(), start);
  }

  /** Deletes what killed attempts to write left over, and the checkpoint of a finished model. */
  void clean() {
    try {
      AtomicFiles.deleteLeftovers(checkpoint());
      AtomicFiles.deleteLeftovers(folder);
    } catch (IOException e) {
      LOG.warn("Something is left over beside {}", folder, e);
    }
    if (Files.exists(folder)) {
      forget();
    }
  }

  /** Deletes the checkpoint. */
  void forget() {
    try {
      AtomicFiles.delete(checkpoint());
    } catch (IOException e) {
      LOG.warn("{} is left over", checkpoint(), e);
    }
  }
}
