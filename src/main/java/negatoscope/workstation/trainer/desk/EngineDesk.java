package negatoscope.workstation.trainer.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import negatoscope.film.Film;
import negatoscope.library.StoredWeights;
import negatoscope.library.card.CardWeights;
import negatoscope.network.Engine;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.StartWeights;
import negatoscope.training.TrainedModel;
import negatoscope.training.Training;
import negatoscope.training.TrainingOrder;
import negatoscope.training.TrainingPlace;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.films.Batches;
import negatoscope.training.report.Evaluation;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingWatcher;
import org.jspecify.annotations.Nullable;

/** Trains with the real engine, which starts when it is first needed. */
public final class EngineDesk implements TrainingDesk {
  /** Until the user gives it one. */
  private static final String NAME = "not-saved-yet";

  private final Supplier<Engine> engine;
  private final Function<Path, Film> reader;

  /**
   * A desk.
   *
   * @param engine starts it, or gives the one that runs; may throw {@link Failure}
   * @param reader opens a film, as {@code Intake.openFirst} does; called from several threads
   */
  public EngineDesk(Supplier<Engine> engine, Function<Path, Film> reader) {
    this.engine = engine;
    this.reader = reader;
  }

  private static StartWeights start(Wish wish) {
    StoredWeights stored = wish.start().stored();
    return stored == null
        ? StartWeights.drawn(wish.start().backbone(), wish.recipe().seed())
        : StartWeights.of(stored).withoutHead();
  }

  @Override
  public Estimate measure(Wish wish, Progress progress, Cancellation cancellation) {
    ExecutorService pool = pool();
    try {
      progress.report(-1, -1, "Starting the engine");
      Engine started = engine.get();
      cancellation.check();
      return new Measurement(wish, start(wish), started, reader, pool, progress, cancellation)
          .estimate();
    } finally {
      pool.shutdownNow();
    }
  }

  @Override
  public Trained train(
      Wish wish, RunFolder folder, TrainingWatcher watcher, TrainingControl control) {
    TrainingOrder order = order(wish, folder);
    Training training = new Training(engine.get(), reader);
    control.cancellation().check();
    TrainedModel trained =
        new TrainingPlace(folder.model()).unfinished()
            ? training.resume(order, watcher, control)
            : training.run(order, watcher, control);
    Trained judged = judge(wish, folder, Progress.NONE, control.cancellation());
    return new Trained(
        judged.model(),
        judged.films(),
        judged.tested(),
        trained.trouble().map(Failure::getMessage).orElse(""));
  }

  private static TrainingOrder order(Wish wish, RunFolder folder) {
    StartWeights start = start(wish);
    DataSet dataSet = wish.films().set().dataSet();
    Split split = wish.films().split();
    return new TrainingOrder(
        NAME,
        folder.model(),
        dataSet,
        split,
        start.backbone(),
        start.weights(),
        start.origin(),
        wish.recipe(),
        split.test().length > 0,
        0,
        licences(start.origin()),
        List.of());
  }

  private static String licences(@Nullable CardWeights origin) {
    String weights =
        origin == null
            ? "The start weights were drawn."
            : "Start weights: %s, SHA-256 %s, licence: %s."
                .formatted(origin.name(), origin.sha256(), origin.licence());
    return weights
        + "\nThe terms of the training films hold for this model too. Research use only.\n";
  }

  @Override
  public Trained judge(Wish wish, RunFolder folder, Progress progress, Cancellation cancellation) {
    return new Judging(engine.get(), reader, wish, folder).answers(progress, cancellation);
  }

  @Override
  public Evaluation evaluate(
      Wish wish, RunFolder folder, Progress progress, Cancellation cancellation) {
    progress.report(-1, -1, "Opening the model");
    return new Judging(engine.get(), reader, wish, folder).evaluation(progress, cancellation);
  }

  static ExecutorService pool() {
    return Executors.newFixedThreadPool(
        Batches.THREADS,
        work -> {
          Thread thread = new Thread(work, "wizard films");
          thread.setDaemon(true);
          return thread;
        });
  }
}
