package negatoscope.workstation.trainer.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import negatoscope.film.Film;
import negatoscope.library.Model;
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
import negatoscope.training.cache.CacheSpace;
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
  private final Function<String, Model> models;
  private final Function<Path, Film> reader;
  private final CacheSpace space;

  /**
   * A desk.
   *
   * @param engine starts it, or gives the one that runs; may throw {@link Failure}
   * @param models finds a model of the library by its name
   * @param reader opens a film, as {@code Intake.openFirst} does; called from several threads
   * @param space keeps what is computed of films for the next training, such as the next fold's
   */
  public EngineDesk(
      Supplier<Engine> engine,
      Function<String, Model> models,
      Function<Path, Film> reader,
      CacheSpace space) {
    this.engine = engine;
    this.models = models;
    this.reader = reader;
    this.space = space;
  }

  private StartWeights start(Wish wish) {
    String name = wish.start().model();
    if (name != null) {
      return of(models.apply(name), wish);
    }
    StoredWeights stored = wish.start().stored();
    return stored == null
        ? StartWeights.drawn(wish.start().backbone(), wish.recipe().seed())
        : StartWeights.of(stored).withoutHead();
  }

  /** A head for the same classes goes on learning; another one is drawn. */
  private static StartWeights of(Model model, Wish wish) {
    StartWeights read = StartWeights.of(model);
    List<String> classes = wish.films().set().dataSet().classes();
    return model.card().classes().equals(classes)
            && read.hasHeadOf(wish.recipe().network(read.backbone(), classes.size()))
        ? read
        : read.withoutHead();
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
  public Trained train(Wish wish, RunFolder folder, RunWatcher watcher, TrainingControl control) {
    List<String> troubles = new ArrayList<>();
    watcher.part(1, 1 + wish.folds());
    if (!folder.trained()) {
      TrainingOrder order =
          order(
              wish,
              NAME,
              folder.model(),
              wish.films().split(),
              wish.films().split().test().length > 0);
      trained(order, watcher, control).trouble().ifPresent(why -> troubles.add(why.getMessage()));
    }
    if (wish.folds() > 0) {
      FoldsRun folds = new FoldsRun(engine.get(), reader, wish, folder);
      folds
          .run(
              watcher,
              control,
              (name, out, split) -> order(wish, name, out, split, false),
              order -> trained(order, watcher, control))
          .ifPresent(troubles::add);
    }
    Trained judged = judge(wish, folder, Progress.NONE, control.cancellation());
    return judged.withTrouble(String.join(" ", troubles));
  }

  private TrainedModel trained(
      TrainingOrder order, TrainingWatcher watcher, TrainingControl control) {
    Training training = new Training(engine.get(), reader, space);
    control.cancellation().check();
    return new TrainingPlace(order.out()).unfinished()
        ? training.resume(order, watcher, control)
        : training.run(order, watcher, control);
  }

  private TrainingOrder order(Wish wish, String name, Path out, Split split, boolean look) {
    StartWeights start = start(wish);
    return new TrainingOrder(
        name,
        out,
        wish.films().set().dataSet(),
        split,
        start.backbone(),
        start.weights(),
        start.origin(),
        wish.recipe(),
        look,
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
