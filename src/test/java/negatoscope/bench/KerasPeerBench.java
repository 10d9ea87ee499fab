package negatoscope.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import negatoscope.network.Backbone;
import negatoscope.network.CamMethod;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.ServingModel;
import negatoscope.network.TensorFlowEngine;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Weights;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.graph.Initialisers;
import org.bytedeco.javacpp.Pointer;

/**
 * Times what {@code ../shared/peers/keras_bench.py} times, with the same options, and prints the
 * same JSON lines: milliseconds a film, the median over the runs after a warm-up. The networks have
 * drawn weights.
 *
 * <p>{@code gradcam_b1} makes the maps of every class where the peer makes that of the top one. Of
 * {@code frozen_epoch} the first epoch, which computes the features, is the warm-up: the later ones
 * read them.
 *
 * <p>Beyond the peer there is {@code --what open}: milliseconds to open the exported model, closed
 * again after a film, with {@code grown_mb}: by how much the process grew over the runs.
 *
 * <p>Options: {@code [--quick] [--only vgg19,…] [--what forward_b1,…] [--units 512] [--runs N]
 * [--head compact|published] [--device auto|cpu|gpu] [--out FILE]}.
 */
public final class KerasPeerBench {
  private static final int SIDE = 224;
  private static final int CLASSES = 3;
  private static final int BATCH = 8;
  private static final int FILMS = 64;

  private final BenchOptions options;
  private final TensorFlowEngine engine;
  private final Consumer<ObjectNode> lines;

  /** A bench on an engine; every measurement goes to {@code lines} as soon as it is made. */
  KerasPeerBench(BenchOptions options, TensorFlowEngine engine, Consumer<ObjectNode> lines) {
    this.options = options;
    this.engine = engine;
    this.lines = lines;
  }

  /** Measures and prints a JSON line for each. */
  public static void main(String... arguments) throws IOException {
    BenchOptions options = BenchOptions.parse(arguments);
    new KerasPeerBench(
            options,
            engine().on(options.device()),
            line -> {
              System.out.println(line);
              options.out().ifPresent(file -> append(file, line));
            })
        .run();
  }

  static TensorFlowEngine engine() {
    return TensorFlowEngine.start(Path.of("target", "home", "natives").toAbsolutePath());
  }

  private static void append(Path file, ObjectNode line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Measures one backbone after another. */
  void run() throws IOException {
    for (Backbone backbone : options.backbones()) {
      HeadSpec head =
          options.published() ? HeadSpec.Published.of(backbone) : HeadSpec.compact(options.units());
      NetworkSpec spec = new NetworkSpec(backbone, head, CLASSES, SIDE);
      Weights drawn = DrawnWeights.of(backbone, 7);
      Weights weights = drawn.with(Initialisers.missing(spec, drawn, 7));
      serve(spec, weights);
      train(spec, weights);
    }
  }

  private void serve(NetworkSpec spec, Weights weights) throws IOException {
    if (options.what().stream().noneMatch(BenchOptions.SERVING::contains)) {
      return;
    }
    Path folder = Files.createTempDirectory("bench");
    try {
      engine.export(spec, weights, 1, folder);
      if (options.what().contains("open")) {
        open(spec, folder);
      }
      try (ServingModel model = engine.open(folder, options.device())) {
        float[] films = films(BATCH);
        for (String what : options.what()) {
          switch (what) {
            case "forward_b1" -> time(spec, what, 1, () -> model.run(films, 1, Set.of()));
            case "forward_b8" -> time(spec, what, BATCH, () -> model.run(films, BATCH, Set.of()));
            case "gradcam_b1" ->
                time(spec, what, 1, () -> model.run(films, 1, Set.of(CamMethod.GRADCAM)));
            default -> {}
          }
        }
      }
    } finally {
      Files.deleteIfExists(folder.resolve("saved_model.pb"));
      Files.delete(folder);
    }
  }

  private void open(NetworkSpec spec, Path folder) {
    float[] film = films(1);
    int runs = options.runs("open");
    double[] milliseconds = new double[runs];
    long before = 0;
    for (int run = -options.warmUps("open"); run < runs; run++) {
      if (run == 0) {
        before = Pointer.physicalBytes();
      }
      long begin = System.nanoTime();
      try (ServingModel model = engine.open(folder, options.device())) {
        double opened = (System.nanoTime() - begin) / 1e6;
        model.run(film, 1, Set.of());
        if (run >= 0) {
          milliseconds[run] = opened;
        }
      }
    }
    long grown = Pointer.physicalBytes() - before;
    Arrays.sort(milliseconds);
    lines.accept(line(spec, "open", milliseconds).put("grown_mb", grown >> 20));
  }

  private void train(NetworkSpec spec, Weights weights) {
    if (options.what().contains("train_b8")) {
      try (TrainingNetwork network = engine.train(spec, TrainingPlan.wholeNetwork(), weights, 1)) {
        float[] films = films(BATCH);
        float[] mask = mask(spec);
        time(
            spec,
            "train_b8",
            BATCH,
            () -> network.step(films, BATCH, targets(), ones(), mask, 1e-5));
      }
    }
    if (options.what().contains("frozen_epoch")) {
      try (TrainingNetwork network = engine.train(spec, TrainingPlan.headOnly(), weights, 1)) {
        frozenEpoch(spec, network);
      }
    }
  }

  private void frozenEpoch(NetworkSpec spec, TrainingNetwork network) {
    float[][] features = new float[FILMS / BATCH][];
    float[] films = films(BATCH);
    float[] mask = mask(spec);
    time(
        spec,
        "frozen_epoch",
        FILMS,
        () -> {
          for (int batch = 0; batch < features.length; batch++) {
            if (features[batch] == null) {
              features[batch] = network.features(films, BATCH);
            }
            network.stepOnFeatures(features[batch], BATCH, targets(), ones(), mask, 1e-3);
          }
        });
  }

  private void time(NetworkSpec spec, String what, int films, Runnable step) {
    int runs = options.runs(what);
    double[] milliseconds = new double[runs];
    for (int run = -options.warmUps(what); run < runs; run++) {
      long begin = System.nanoTime();
      step.run();
      if (run >= 0) {
        milliseconds[run] = (System.nanoTime() - begin) / 1e6 / films;
      }
    }
    Arrays.sort(milliseconds);
    lines.accept(line(spec, what, milliseconds));
  }

  private ObjectNode line(NetworkSpec spec, String what, double[] sorted) {
    int runs = sorted.length;
    return new ObjectMapper()
        .createObjectNode()
        .put("backbone", BenchOptions.peerName(spec.backbone()))
        .put("what", what)
        .put("ms_per_film", rounded((sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2))
        .put("best", rounded(sorted[0]))
        .put("worst", rounded(sorted[runs - 1]))
        .put("runs", runs)
        .put("units", spec.head().units())
        .put("head", options.published() ? "published" : "compact")
        .put("jit", "off")
        .put("threads", engine.threads())
        .put("gpus", (int) engine.devices().stream().filter(one -> one.isGpu()).count())
        .put("tf", engine.version())
        .put("load", rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static float[] films(int count) {
    Random random = new Random(1);
    float[] films = new float[count * SIDE * SIDE];
    for (int i = 0; i < films.length; i++) {
      films[i] = random.nextInt(256);
    }
    return films;
  }

  private static float[] targets() {
    float[] targets = new float[BATCH * CLASSES];
    for (int film = 0; film < BATCH; film++) {
      targets[film * CLASSES + film % CLASSES] = 1;
    }
    return targets;
  }

  private static float[] ones() {
    float[] ones = new float[BATCH];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Half of the values kept, as the peer's dropout does. */
  private static float[] mask(NetworkSpec spec) {
    Random random = new Random(2);
    float[] mask = new float[BATCH * spec.head().embeddingSize()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextBoolean() ? 2 : 0;
    }
    return mask;
  }
}
