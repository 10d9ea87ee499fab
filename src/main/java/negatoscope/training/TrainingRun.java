package negatoscope.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.library.Model;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSize;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.checkpoint.Checkpoint;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.films.Augmentation;
import negatoscope.training.films.BackboneKey;
import negatoscope.training.films.FeatureCache;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Forms;
import negatoscope.training.films.Ledger;
import negatoscope.training.films.SquareFilms;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.Candidate;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.HeadLearner;
import negatoscope.training.run.Learner;
import negatoscope.training.run.Reporter;
import negatoscope.training.run.Sampler;
import negatoscope.training.run.StageResult;
import negatoscope.training.run.StageResult.End;
import negatoscope.training.run.StageRun;
import negatoscope.training.run.StageState;
import negatoscope.training.run.Targets;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment.Phase;
import negatoscope.training.run.TrainingWatcher;
import negatoscope.training.run.WeightAverage;
import negatoscope.training.run.WeightCopies;
import negatoscope.training.run.WholeLearner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run with all that it needs at hand. */
final class TrainingRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final Engine engine;
  private final TrainingOrder order;
  private final Recipe recipe;
  private final DataSet dataSet;
  private final Split split;
  private final NetworkSpec spec;
  private final FilmStore store;
  private final CacheSpace space;
  private final ExecutorService pool;
  private final TrainingControl control;
  private final Reporter reporter;
  private final Ledger ledger;
  private final Saving saving;
  private final List<Epoch> history = new ArrayList<>();
  private final List<Candidate> runs = new ArrayList<>();
  private @Nullable Candidate head;
  private @Nullable StageState state;
  private double secondsBefore;

  /** Takes what a training has come to after each epoch. */
  interface Saving {
    void save(Checkpoint checkpoint);
  }

  TrainingRun(
      Engine engine,
      TrainingOrder order,
      Function<Path, Film> reader,
      CacheSpace space,
      ExecutorService pool,
      TrainingWatcher watcher,
      TrainingControl control,
      Saving saving) {
    this.engine = engine;
    this.order = order;
    this.space = space;
    this.pool = pool;
    this.control = control;
    this.saving = saving;
    recipe = order.recipe();
    dataSet = order.dataSet();
    split = order.split();
    spec = recipe.network(order.backbone(), dataSet.classes().size());
    WeightCopies.of(NetworkSize.of(spec), recipe).requireRoom(Runtime.getRuntime().maxMemory());
    store = new FilmStore(dataSet, recipe.input(), reader, split.validation());
    reporter = new Reporter(watcher, control, engine::memory);
    ledger = new Ledger(work(), reporter, control::time);
  }

  /** Puts everything where it was. */
  void resume(Checkpoint checkpoint) {
    history.addAll(checkpoint.history());
    runs.addAll(checkpoint.runs());
    head = checkpoint.head();
    state = checkpoint.state();
    secondsBefore = checkpoint.seconds();
    reporter.resumed(history);
  }

  /** Whether there is nothing that could be gone on with. */
  boolean untouched() {
    return history.isEmpty();
  }

  TrainedModel go() {
    LOG.info("{}: {} on {}", order.name(), recipe, dataSet.source());
    if (history.isEmpty()) {
      save(null);
    }
    StageResult result = stages();
    Candidate kept = result.kept();
    if (kept == null) {
      throw notFinite(result, "Choose a smaller learning rate.");
    }
    LOG.info("{}: kept epoch {}: {}", order.name(), kept.epoch(), kept.validation());
    reporter.enter(Phase.FINISHING);
    ModelFolder folder =
        new ModelFolder(engine, order, spec, store, pool, ledger, control.cancellation());
    Model model = folder.write(kept, history, secondsBefore);
    return new TrainedModel(model, kept.validation(), history, trouble(result));
  }

  private Optional<Failure> trouble(StageResult result) {
    return result.end() == End.NOT_FINITE
        ? Optional.of(
            notFinite(
                result,
                "The model is made of the best epoch before; choose a smaller learning rate."))
        : Optional.empty();
  }

  private Failure notFinite(StageResult result, String advice) {
    return new Failure(
        ErrorCode.NOT_FINITE,
        "The loss is no longer a number in epoch %d of stage %s."
            .formatted(result.epoch(), head == null ? Learner.HEAD : Learner.WHOLE),
        advice);
  }

  private StageResult stages() {
    Candidate start = head;
    if (start == null) {
      StageResult result = headStage();
      start = result.kept();
      if (result.end() != End.DONE || start == null) {
        return result;
      }
      head = start;
      save(null);
    } else {
      ledger.skip(headWork());
    }
    return recipe.wholeStage().epochs() > 0
        ? wholeStage(start)
        : new StageResult(start, End.DONE, 0);
  }

  private StageResult headStage() {
    try (TrainingNetwork network =
        engine.train(spec, recipe.learning().headStage(), order.start(), recipe.seed())) {
      if (recipe.headStage().epochs() == 0) {
        return new StageResult(
            new Candidate(network.weights(), 0, judge().judge(network)), End.DONE, 0);
      }
      EntryKey backbone = BackboneKey.of(spec, order.start(), recipe.input(), engine.version());
      try (FeatureCache train = features(network, backbone, split.train(), forms());
          FeatureCache validation = features(network, backbone, split.validation(), Forms.EXACT)) {
        int[] labels = dataSet.labels(split.validation());
        Learner learner =
            new HeadLearner(network, train, validation, targets(), sampler(), labels, recipe);
        return run(
            new StageRun(recipe.headStage(), recipe, 1, learner, network, surroundings(false)));
      }
    }
  }

  private FeatureCache features(
      TrainingNetwork network, EntryKey backbone, int[] rows, Forms forms) {
    return FeatureCache.of(
        network,
        store,
        rows,
        forms,
        new FeatureCache.Surroundings(space, backbone, pool, ledger, control.cancellation()));
  }

  /** What the head sees of films to learn from. */
  private Forms forms() {
    Augmentation augmentation = recipe.augmentation();
    return new Forms(
        augmentation.mirror() > 0,
        recipe.variants(),
        augmentation,
        recipe.fineness(),
        recipe.seed());
  }

  private StageResult wholeStage(Candidate start) {
    if (runs.size() < recipe.runs()) {
      reporter.enter(Phase.PREPARING);
      try (SquareFilms films = squares()) {
        for (int number = runs.size() + 1; number <= recipe.runs(); number++) {
          StageResult result = wholeRun(start, films, number);
          Candidate kept = result.kept();
          if (result.end() != End.DONE || kept == null) {
            return new StageResult(best(kept == null ? start : kept), result.end(), result.epoch());
          }
          runs.add(kept);
          save(null);
        }
      }
    }
    Candidate chosen = runs.size() == 1 ? runs.get(0) : together(start);
    return new StageResult(chosen, End.DONE, 0);
  }

  private SquareFilms squares() {
    return SquareFilms.of(
        space,
        store,
        split.train(),
        store.fine(recipe.fineness()),
        pool,
        ledger,
        control.cancellation());
  }

  private StageResult wholeRun(Candidate start, SquareFilms films, int number) {
    try (TrainingNetwork network =
        engine.train(spec, recipe.learning().wholeStage(), start.weights(), recipe.seed())) {
      Learner learner =
          new WholeLearner(network, films, targets(), sampler(), judge(), recipe, number);
      return run(
          new StageRun(recipe.wholeStage(), recipe, number, learner, network, surroundings(true)));
    }
  }

  private StageResult run(StageRun stage) {
    StageState from = state;
    if (from != null) {
      stage.resume(from, history);
      state = null;
    }
    return stage.run();
  }

  private StageRun.Surroundings surroundings(boolean stoppable) {
    return new StageRun.Surroundings(pool, ledger, reporter, this::tell, control, stoppable);
  }

  private void tell(Epoch epoch, StageState now) {
    history.add(epoch);
    LOG.info("{}: {}", order.name(), epoch.line());
    save(now);
    reporter.epochEnded(history);
  }

  private void save(@Nullable StageState now) {
    saving.save(new Checkpoint(history, secondsBefore + ledger.seconds(), now, head, runs));
  }

  /** The mean of all runs' weights unless it does worse than they do on average. */
  private Candidate together(Candidate start) {
    Candidate mean;
    try (TrainingNetwork network =
        engine.train(spec, recipe.learning().wholeStage(), start.weights(), recipe.seed())) {
      Weights weights = WeightAverage.mean(runs.stream().map(Candidate::weights).toList());
      network.assign(weights);
      mean = new Candidate(weights, runs.get(0).epoch(), judge().judge(network));
    }
    LOG.info("{}: the runs' mean: {}", order.name(), mean.validation());
    double usual = runs.stream().mapToDouble(this::score).average().orElseThrow();
    return score(mean) >= usual ? mean : best(runs.get(0));
  }

  /** The best of a candidate and the runs that have ended. */
  private Candidate best(Candidate first) {
    Candidate best = first;
    for (Candidate other : runs) {
      best = score(other) > score(best) ? other : best;
    }
    return best;
  }

  private double score(Candidate candidate) {
    return candidate.validation().score(recipe.choice());
  }

  private Targets targets() {
    return Targets.of(dataSet, split.train(), recipe);
  }

  private Sampler sampler() {
    return Sampler.of(dataSet, split.train(), recipe);
  }

  private WholeLearner.Judge judge() {
    return new WholeLearner.Judge(
        store,
        split.validation(),
        dataSet.labels(split.validation()),
        pool,
        control.cancellation());
  }

  private double work() {
    double train = split.train().length;
    double validation = split.validation().length;
    double shown = sampler().length();
    double whole = (double) recipe.wholeStage().epochs() * recipe.runs();
    return headWork()
        + (whole > 0 ? Ledger.READING * train : 0)
        + whole * (Ledger.WHOLE_UPDATE * shown + validation)
        + ModelFolder.work(order);
  }

  private double headWork() {
    double train = split.train().length;
    double validation = split.validation().length;
    double epochs = recipe.headStage().epochs();
    return (epochs > 0 ? forms().count() * train + validation : 0)
        + epochs * Ledger.HEAD_UPDATE * (sampler().length() + validation / 2);
  }

  @Override
  public void close() {
    store.close();
  }
}
