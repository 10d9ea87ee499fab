package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import negatoscope.intake.Intake;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TensorFlowEngine;
import negatoscope.network.TrainingNetwork;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.testing.Shared;
import negatoscope.training.StartWeights;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.data.DataSet;
import negatoscope.training.films.BackboneKey;
import negatoscope.training.films.Batches;
import negatoscope.training.films.FeatureCache;
import negatoscope.training.films.Features;
import negatoscope.training.films.FilmStore;
import negatoscope.training.films.Forms;
import negatoscope.training.films.Ledger;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.HeadLearner;
import negatoscope.training.run.Learner;
import negatoscope.training.run.Sampler;
import negatoscope.training.run.Targets;
import negatoscope.training.run.TrainingBatch;

/**
 * How long the head learns from kept features, beside one pass of the backbone over the films and
 * the head's own time on features held in memory.
 *
 * <p>Arguments: films (1000), epochs (150), side (224). It prints seconds, and the ratio that must
 * be 1 at most: the whole / (2 × the pass + 1.1 × the head).
 */
public final class FeatureCacheBench {
  private final ExecutorService pool = Executors.newFixedThreadPool(Batches.THREADS);
  private final Cancellation goOn = new Cancellation();
  private final int epochs;
  private final int[] rows;
  private final Recipe recipe;
  private final DataSet films;
  private final FilmStore store;

  private FeatureCacheBench(int count, int epochs, int side) {
    this.epochs = epochs;
    rows = IntStream.range(0, count).toArray();
    recipe =
        Recipe.recommended(Backbone.MOBILENET_V2)
            .with(Map.of("side", side, "augmentation", Map.of("mirror", 0)));
    films =
        DataSet.scan(
            Shared.path("films"),
            new DataSet.Options(null, List.of("covid-19", "pneumonia", "normal")),
            folder -> List.of());
    store =
        new FilmStore(films, recipe.input(), Intake.withBuiltInToolkit()::openFirst, new int[0]);
  }

  /** Measures. */
  public static void main(String[] args) throws IOException {
    FeatureCacheBench bench =
        new FeatureCacheBench(
            args.length > 0 ? Integer.parseInt(args[0]) : 1000,
            args.length > 1 ? Integer.parseInt(args[1]) : 150,
            args.length > 2 ? Integer.parseInt(args[2]) : 224);
    bench.measure();
    bench.pool.shutdownNow();
  }

  private void measure() throws IOException {
    TensorFlowEngine engine =
        TensorFlowEngine.start(Path.of("target", "home", "natives").toAbsolutePath());
    NetworkSpec spec = recipe.network(Backbone.MOBILENET_V2, 3);
    StartWeights start =
        StartWeights.read(
            Shared.path("keras/mobilenet_v2_transfer_notop.h5"),
            Optional.of(Backbone.MOBILENET_V2),
            "MIT");
    Path folder = Files.createTempDirectory("features");
    EntryKey key = BackboneKey.of(spec, start.weights(), recipe.input(), engine.version());
    FeatureCache.Surroundings around =
        new FeatureCache.Surroundings(
            new CacheSpace(folder, CacheSpace.USUAL_BYTES), key, pool, ledger(), goOn);
    try (TrainingNetwork network =
        engine.train(spec, recipe.learning().headStage(), start.weights(), 1)) {
      pass(network, Math.min(32, rows.length));
      long begin = System.nanoTime();
      List<float[]> maps = pass(network, rows.length);
      double pass = seconds(begin);
      begin = System.nanoTime();
      learn(network, new Held(maps, network.featureSize()));
      double head = seconds(begin);
      maps.clear();
      begin = System.nanoTime();
      try (FeatureCache cache = FeatureCache.of(network, store, rows, Forms.EXACT, around)) {
        double cold = seconds(begin);
        learn(network, cache);
        double whole = seconds(begin);
        long again = System.nanoTime();
        FeatureCache.of(network, store, rows, Forms.EXACT, around).close();
        System.out.printf(
            "%d films, %d epochs: pass %.1f s, head in memory %.1f s; filling the cache %.1f s,"
                + " whole %.1f s; opening a full cache %.2f s; whole / (2 pass + 1.1 head) %.3f%n",
            rows.length,
            epochs,
            pass,
            head,
            cold,
            whole,
            seconds(again),
            whole / (2 * pass + 1.1 * head));
      }
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  private List<float[]> pass(TrainingNetwork network, int count) {
    List<float[]> maps = new ArrayList<>();
    int[] some = IntStream.range(0, count).toArray();
    try (Batches batches = store.batches(some, 16, pool, goOn)) {
      while (batches.count() > 0) {
        int inBatch = batches.count();
        float[] all = network.features(batches.next(), inBatch);
        for (int i = 0; i < inBatch; i++) {
          maps.add(
              java.util.Arrays.copyOfRange(
                  all, i * network.featureSize(), (i + 1) * network.featureSize()));
        }
      }
    }
    return maps;
  }

  /** The updates of a head stage; validation, which is alike on both ways, is left out. */
  private void learn(TrainingNetwork network, Features features) {
    Targets targets = Targets.of(films, rows, recipe);
    Sampler sampler = Sampler.of(films, rows, recipe);
    Learner learner =
        new HeadLearner(network, features, features, targets, sampler, films.labels(rows), recipe);
    int size = recipe.headStage().batch();
    for (int epoch = 0; epoch < epochs; epoch++) {
      int number = epoch;
      int[] draws = sampler.draws(new java.util.SplittableRandom(epoch));
      try (negatoscope.training.films.Ahead<TrainingBatch> ahead =
          new negatoscope.training.films.Ahead<>(
              pool,
              Batches.THREADS,
              rows.length / size,
              batch ->
                  learner.batch(
                      number,
                      batch,
                      java.util.Arrays.copyOfRange(draws, batch * size, (batch + 1) * size)),
              goOn)) {
        for (int batch = 0; batch < rows.length / size; batch++) {
          learner.step(ahead.next(), 1e-4);
        }
      }
    }
  }

  private static Ledger ledger() {
    return new Ledger(1, Ledger.Listener.of(Progress.NONE), System::nanoTime);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Features held in memory. */
  private record Held(List<float[]> maps, int size) implements Features {
    @Override
    public int films() {
      return maps.size();
    }

    @Override
    public Forms forms() {
      return Forms.EXACT;
    }

    @Override
    public void read(int film, int form, float[] to, int offset) {
      System.arraycopy(maps.get(film), 0, to, offset, size);
    }
  }
}
