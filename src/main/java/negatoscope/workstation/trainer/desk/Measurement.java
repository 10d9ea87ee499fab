package negatoscope.workstation.trainer.desk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSize;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.StartWeights;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FilmStore;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.WeightCopies;
import negatoscope.training.scan.ScannedSet;

/**
 * A short piece of a training, by the clock: some films are read, answered and learned from, and
 * the whole run is reckoned from that. The start of the engine is not counted.
 */
final class Measurement {
  private static final double NANOS = 1e9;

  /** Films of the piece; the first pass of a network builds much that later ones do without. */
  private static final int FILMS = 4;

  /** Each test film is judged whole and under two probes. */
  private static final int LOOKS = 3;

  private final Wish wish;
  private final StartWeights start;
  private final Engine engine;
  private final Function<Path, Film> reader;
  private final ExecutorService pool;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Recipe recipe;
  private final NetworkSpec spec;

  Measurement(
      Wish wish,
      StartWeights start,
      Engine engine,
      Function<Path, Film> reader,
      ExecutorService pool,
      Progress progress,
      Cancellation cancellation) {
    this.wish = wish;
    this.start = start;
    this.engine = engine;
    this.reader = reader;
    this.pool = pool;
    this.progress = progress;
    this.cancellation = cancellation;
    recipe = wish.recipe();
    spec = recipe.network(start.backbone(), wish.films().set().dataSet().classes().size());
  }

  /** Seconds that each thing takes for one film. */
  private record PerFilm(double reading, double forward, double head, double whole) {}

  Estimate estimate() {
    NetworkSize size = NetworkSize.of(spec);
    WeightCopies copies = WeightCopies.of(size, recipe);
    copies.requireRoom(Runtime.getRuntime().maxMemory());
    int[] rows =
        Arrays.copyOf(
            wish.films().split().train(), Math.min(FILMS, wish.films().split().train().length));
    progress.report(-1, -1, "Reading some films");
    float[] films = new float[0];
    long from = System.nanoTime();
    FilmStore store =
        new FilmStore(wish.films().set().dataSet(), recipe.input(), reader, new int[0]);
    try (Batches batches = store.batches(rows, rows.length, pool, cancellation)) {
      films = batches.next();
    }
    double reading = seconds(from) / rows.length;
    boolean whole = recipe.wholeStage().epochs() > 0;
    TrainingPlan plan = whole ? recipe.learning().wholeStage() : recipe.learning().headStage();
    progress.report(-1, -1, "Building the network");
    try (TrainingNetwork network = engine.train(spec, plan, start.weights(), recipe.seed())) {
      PerFilm perFilm = measured(network, films, rows.length, reading, whole);
      long features = (long) network.featureSize() * Float.BYTES;
      long model = 2 * size.bytes();
      return new Estimate(
          total(perFilm), disk(features, copies.bytes()) + wish.folds() * model, model);
    }
  }

  private PerFilm measured(
      TrainingNetwork network, float[] films, int count, double reading, boolean whole) {
    cancellation.check();
    progress.report(-1, -1, "Measuring");
    float[] maps = network.features(films, count);
    double forward = time(count, () -> network.features(films, count));
    float[] targets = new float[count * spec.classes()];
    float[] weights = new float[count];
    float[] mask = new float[count * spec.head().embeddingSize()];
    Arrays.fill(targets, 1f / spec.classes());
    Arrays.fill(weights, 1);
    Arrays.fill(mask, 1);
    double rate = recipe.headStage().rate();
    cancellation.check();
    var unused = network.stepOnFeatures(maps, count, targets, weights, mask, rate);
    double head =
        time(count, () -> network.stepOnFeatures(maps, count, targets, weights, mask, rate));
    double all = 0;
    if (whole) {
      cancellation.check();
      var unusedToo = network.step(films, count, targets, weights, mask, rate);
      cancellation.check();
      all = time(count, () -> network.step(films, count, targets, weights, mask, rate));
    }
    return new PerFilm(reading, forward, head, all);
  }

  private static double time(int films, Runnable work) {
    long from = System.nanoTime();
    work.run();
    return seconds(from) / films;
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / NANOS;
  }

  /** The model itself, and the folds; what is kept of films is computed once for all of them. */
  private double total(PerFilm one) {
    Split split = wish.films().split();
    double seconds =
        extraction(one, split.train().length, split.validation().length) + learning(one, split);
    if (wish.folds() > 0) {
      seconds += extraction(one, split.test().length, 0);
      for (Split fold : folds()) {
        seconds += learning(one, fold);
      }
    }
    return seconds;
  }

  private List<Split> folds() {
    ScannedSet set = wish.films().set();
    return new Folds.Drawn(wish.folds()).splits(set.dataSet(), set.groups(), recipe.seed());
  }

  /** Films are read beside the network by two threads; whichever is slower counts. */
  private double extraction(PerFilm one, double varied, double plain) {
    return recipe.headStage().epochs() > 0
        ? (copies() * varied + plain) * Math.max(one.forward(), one.reading())
        : 0;
  }

  private double learning(PerFilm one, Split split) {
    double train = split.train().length;
    double validation = split.validation().length;
    double pass = Math.max(one.forward(), one.reading());
    double headEpochs = recipe.headStage().epochs();
    double wholeEpochs = (double) recipe.wholeStage().epochs() * recipe.runs();
    return headEpochs * one.head() * (train + validation / 2)
        + (wholeEpochs > 0 ? train * one.reading() : 0)
        + wholeEpochs * (train * one.whole() + validation * one.forward())
        + (train + validation) * pass
        + LOOKS * split.test().length * pass;
  }

  /** How often the features of a film are kept: as it is, mirrored, and varied. */
  private int copies() {
    return 1 + (recipe.augmentation().mirror() > 0 ? 1 : 0) + recipe.variants();
  }

  private long disk(long featureBytes, long weightBytes) {
    Split split = wish.films().split();
    long maps = (long) copies() * split.train().length + split.validation().length;
    return (recipe.headStage().epochs() > 0 ? maps * featureBytes : 0) + 2 * weightBytes;
  }
}
