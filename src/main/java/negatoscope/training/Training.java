package negatoscope.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSize;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Weights;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FeatureCache;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.SquareFilm;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.recipe.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to training: a data set goes in, a model folder comes out.
 *
 * <p>First the head learns on features of the frozen backbone, then the whole network on varied
 * films, once or several times from the same head. What is kept is chosen on the validation films.
 * The best weights so far lie beside the model's folder ({@code NAME.weights.bin}) until it is
 * finished.
 */
public final class Training {
  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  private final Engine engine;
  private final Function<Path, Film> reader;
  private final Consumer<Epoch> epochs;
  private final LongSupplier clock;

  /**
   * A door.
   *
   * @param reader opens a film, as {@code Intake.openFirst} does; called from two threads
   * @param epochs told after each epoch, on the thread of the run
   */
  public Training(Engine engine, Function<Path, Film> reader, Consumer<Epoch> epochs) {
    this(engine, reader, epochs, System::nanoTime);
  }

  Training(Engine engine, Function<Path, Film> reader, Consumer<Epoch> epochs, LongSupplier clock) {
    this.engine = engine;
    this.reader = reader;
    this.epochs = epochs;
    this.clock = clock;
  }

  /**
   * Trains a network and writes its model folder.
   *
   * @throws Failure {@code EXISTS} if the folder is there; {@code NOT_FINITE}; what reading a film
   *     or starting the engine fails with
   * @throws java.util.concurrent.CancellationException if it was asked to stop; the best weights so
   *     far are left beside the folder
   */
  public TrainedModel run(TrainingOrder order, Progress progress, Cancellation cancellation) {
    if (Files.exists(order.out())) {
      throw new Failure(
          ErrorCode.EXISTS, order.out() + " is already there.", "Choose another name or folder.");
    }
    ExecutorService pool = pool();
    try {
      return new Run(order, pool, progress, cancellation).go();
    } finally {
      pool.shutdownNow();
    }
  }

  /** Where the best weights so far of a model lie until it is finished. */
  public static Path weightsSoFar(Path out) {
    return out.toAbsolutePath().resolveSibling(out.getFileName() + "." + WeightsFile.NAME);
  }

  static ExecutorService pool() {
    return Executors.newFixedThreadPool(
        Batches.THREADS,
        work -> {
          Thread thread = new Thread(work, "training films");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** One run with all that it needs at hand. */
  private final class Run {
    private final TrainingOrder order;
    private final Recipe recipe;
    private final DataSet dataSet;
    private final Split split;
    private final NetworkSpec spec;
    private final FilmStore store;
    private final ExecutorService pool;
    private final Cancellation cancellation;
    private final Ledger ledger;
    private final KeptWeights kept;
    private final List<Epoch> history = new ArrayList<>();

    Run(TrainingOrder order, ExecutorService pool, Progress progress, Cancellation cancellation) {
      this.order = order;
      this.pool = pool;
      this.cancellation = cancellation;
      recipe = order.recipe();
      dataSet = order.dataSet();
      split = order.split();
      spec = recipe.network(order.backbone(), dataSet.classes().size());
      WeightCopies.of(NetworkSize.of(spec), recipe).requireRoom(Runtime.getRuntime().maxMemory());
      store =
          new FilmStore(
              dataSet,
              new TensorOptions(recipe.side(), TensorOptions.Fit.LETTERBOX),
              reader,
              split.validation());
      ledger = new Ledger(work(), progress, clock);
      kept = new KeptWeights(weightsSoFar(order.out()), clock);
    }

    TrainedModel go() {
      Candidate head = head();
      Candidate whole = recipe.wholeStage().epochs() > 0 ? whole(head.weights()) : head;
      LOG.info("{}: kept epoch {}: {}", order.name(), whole.epoch(), whole.validation());
      ModelFolder folder = new ModelFolder(engine, order, spec, store, pool, ledger, cancellation);
      Model model = folder.write(whole, history);
      try {
        AtomicFiles.delete(weightsSoFar(order.out()));
      } catch (IOException e) {
        LOG.warn("{} was left behind", weightsSoFar(order.out()), e);
      }
      return new TrainedModel(model, whole.validation(), history);
    }

    private Candidate head() {
      LOG.info("{}: {} on {}", order.name(), recipe, dataSet.source());
      boolean mirrored = recipe.augmentation().mirror() > 0;
      try (TrainingNetwork network =
          engine.train(spec, recipe.learning().headStage(), order.start(), recipe.seed())) {
        if (recipe.headStage().epochs() == 0) {
          return new Candidate(network.weights(), 0, judge().judge(network));
        }
        try (FeatureCache train = features(network, split.train(), mirrored);
            FeatureCache validation = features(network, split.validation(), false)) {
          Learner learner =
              new HeadLearner(
                  network,
                  train,
                  validation,
                  targets(),
                  dataSet.labels(split.validation()),
                  recipe);
          return stage(recipe.headStage(), 1, learner, network);
        }
      }
    }

    private FeatureCache features(TrainingNetwork network, int[] rows, boolean mirrored) {
      return FeatureCache.make(network, store, rows, mirrored, pool, ledger, cancellation);
    }

    private Candidate whole(Weights head) {
      int fineSide = (int) Math.round(recipe.side() * recipe.fineness());
      SquareFilm[] films = store.fine(split.train(), fineSide, pool, ledger, cancellation);
      List<Candidate> results = new ArrayList<>();
      for (int run = 1; run <= recipe.runs(); run++) {
        try (TrainingNetwork network =
            engine.train(spec, recipe.learning().wholeStage(), head, recipe.seed())) {
          Learner learner = new WholeLearner(network, films, targets(), judge(), recipe, run);
          results.add(stage(recipe.wholeStage(), run, learner, network));
          if (run == recipe.runs() && run > 1) {
            results.add(together(network, results));
          }
        }
      }
      return chosen(results);
    }

    /** The mean of all runs' weights. */
    private Candidate together(TrainingNetwork network, List<Candidate> results) {
      Weights mean = WeightAverage.mean(results.stream().map(Candidate::weights).toList());
      network.assign(mean);
      Candidate last = results.get(results.size() - 1);
      Candidate together = new Candidate(mean, last.epoch(), judge().judge(network));
      LOG.info("{}: the runs' mean: {}", order.name(), together.validation());
      return together;
    }

    /** The mean of the runs unless it does worse than they do on average; else the best run. */
    private Candidate chosen(List<Candidate> results) {
      if (results.size() == 1) {
        return results.get(0);
      }
      Candidate mean = results.get(results.size() - 1);
      List<Candidate> single = results.subList(0, results.size() - 1);
      double usual =
          single.stream()
              .mapToDouble(result -> result.validation().score(recipe.choice()))
              .average()
              .orElseThrow();
      if (mean.validation().score(recipe.choice()) >= usual) {
        return mean;
      }
      Candidate best = single.get(0);
      for (Candidate other : single) {
        best = other.betterThan(best, recipe.choice()) ? other : best;
      }
      return best;
    }

    private Candidate stage(Stage stage, int run, Learner learner, TrainingNetwork network) {
      try (kept) {
        return new StageRun(
                stage,
                recipe,
                run,
                learner,
                network,
                new StageRun.Surroundings(pool, ledger, this::tell, kept::offer, cancellation))
            .run();
      }
    }

    private void tell(Epoch epoch) {
      history.add(epoch);
      LOG.info("{}: {}", order.name(), epoch.line());
      epochs.accept(epoch);
    }

    private Targets targets() {
      return new Targets(dataSet.labels(split.train()), dataSet.classes().size(), recipe);
    }

    private WholeLearner.Judge judge() {
      return new WholeLearner.Judge(
          store, split.validation(), dataSet.labels(split.validation()), pool, cancellation);
    }

    private double work() {
      double train = split.train().length;
      double validation = split.validation().length;
      double mirrored = recipe.augmentation().mirror() > 0 ? 2 : 1;
      double head = recipe.headStage().epochs();
      double whole = (double) recipe.wholeStage().epochs() * recipe.runs();
      return (head > 0 ? mirrored * train + validation : 0)
          + head * Ledger.HEAD_UPDATE * (train + validation / 2)
          + (whole > 0 ? Ledger.READING * train : 0)
          + whole * (Ledger.WHOLE_UPDATE * train + validation)
          + ModelFolder.work(order);
    }
  }
}
