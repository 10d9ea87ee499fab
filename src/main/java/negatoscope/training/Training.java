package negatoscope.training;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.network.Engine;
import negatoscope.network.Weights;
import negatoscope.task.Failure;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.checkpoint.Checkpoint;
import negatoscope.training.checkpoint.CheckpointFile;
import negatoscope.training.checkpoint.TrainingIdentity;
import negatoscope.training.films.FilmPool;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;

/**
 * The door to training: a data set goes in, a model folder comes out.
 *
 * <p>First the head learns on features of the frozen backbone, then the whole network on varied
 * films, once or several times from the same head. What is kept is chosen on the validation films.
 * After every epoch all that is needed to go on lies beside the model's folder, in {@code
 * NAME.checkpoint} ({@link TrainingPlace}), until the model is finished.
 */
public final class Training {
  private final Engine engine;
  private final Function<Path, Film> reader;
  private final CacheSpace space;
  private final CheckpointWriter writer;

  /** Writes checkpoints, as {@link CheckpointFile#write} does. */
  interface CheckpointWriter {
    void write(Path file, TrainingIdentity identity, Checkpoint checkpoint, Weights start);
  }

  /**
   * A door.
   *
   * @param reader opens a film, as {@code Intake.openFirst} does; called from two threads
   */
  public Training(Engine engine, Function<Path, Film> reader) {
    this(engine, reader, CacheSpace.passing());
  }

  /**
   * A door.
   *
   * @param reader opens a film, as {@code Intake.openFirst} does; called from two threads
   * @param space keeps what is computed of films for the next training. Films are known again by
   *     their files: so a reader that changes what it reads must have a space of its own
   */
  public Training(Engine engine, Function<Path, Film> reader, CacheSpace space) {
    this(engine, reader, space, CheckpointFile::write);
  }

  Training(Engine engine, Function<Path, Film> reader, CheckpointWriter writer) {
    this(engine, reader, CacheSpace.passing(), writer);
  }

  private Training(
      Engine engine, Function<Path, Film> reader, CacheSpace space, CheckpointWriter writer) {
    this.engine = engine;
    this.reader = reader;
    this.space = space;
    this.writer = writer;
  }

  /**
   * Trains a network and writes its model folder.
   *
   * @throws Failure {@code EXISTS} if the folder is there, or an unfinished training of it; {@code
   *     BUSY} if a training is at work there; {@code NOT_WRITABLE} before anything is done; {@code
   *     DISK_FULL}, {@code NOT_WRITABLE} when a checkpoint cannot be written; {@code NOT_FINITE} in
   *     the first epoch; what reading a film or starting the engine fails with
   * @throws java.util.concurrent.CancellationException if it was cancelled; it can be resumed
   */
  public TrainedModel run(TrainingOrder order, TrainingWatcher watcher, TrainingControl control) {
    return run(order, watcher, control, false);
  }

  /**
   * Goes on with a training that was interrupted, as if it had not been.
   *
   * @param order the same as then; what it is named, and what its card says, may differ
   * @throws Failure {@code NOT_FOUND} if there is none, {@code BAD_CHECKPOINT} if what is left of
   *     it is damaged, {@code CHANGED} if the order is another; what {@link #run} fails with
   * @throws java.util.concurrent.CancellationException if it was cancelled; it can be resumed
   */
  public TrainedModel resume(
      TrainingOrder order, TrainingWatcher watcher, TrainingControl control) {
    return run(order, watcher, control, true);
  }

  private TrainedModel run(
      TrainingOrder order, TrainingWatcher watcher, TrainingControl control, boolean resume) {
    TrainingPlace place = new TrainingPlace(order.out());
    if (resume) {
      place.requireUnfinished();
    } else {
      place.requireFree();
    }
    TrainingIdentity identity =
        TrainingIdentity.of(
            order.backbone(), order.dataSet(), order.split(), order.recipe(), order.start());
    return TrainingLock.holding(
        place.folder(), () -> run(order, watcher, control, place, identity, resume));
  }

  private TrainedModel run(
      TrainingOrder order,
      TrainingWatcher watcher,
      TrainingControl control,
      TrainingPlace place,
      TrainingIdentity identity,
      boolean resume) {
    ExecutorService pool = FilmPool.start();
    try (TrainingRun run =
        new TrainingRun(
            engine,
            order,
            reader,
            space,
            pool,
            watcher,
            control,
            reached -> writer.write(place.checkpoint(), identity, reached, order.start()))) {
      if (resume) {
        run.resume(place.read(identity, order.start()));
      }
      place.clean();
      return go(run, place);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Runs; a checkpoint is left only where something was learned and no model was made of it. */
  private static TrainedModel go(TrainingRun run, TrainingPlace place) {
    try {
      return run.go();
    } finally {
      if (run.untouched()) {
        place.forget();
      }
      place.clean();
    }
  }
}
