package negatoscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import negatoscope.network.Backbone;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.ServingModel;
import negatoscope.network.TensorFlowEngine;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.testing.Shared;

/**
 * Times MobileNetV2 with an LSTM of 512 units beside {@code ../shared/peers/keras_bench.py}, in
 * turns, and the bundled model by itself.
 *
 * <p>First it says how long the engine takes to start; where that is the second start on this
 * machine, the library is unpacked already.
 *
 * <p>A round runs the peer in its own process, then ours in this one; each gives the median of 20
 * runs. Printed are the medians over the rounds and their ratio. Argument: number of rounds, 5
 * unless told.
 */
public final class SpeedBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLED = "src/main/resources/negatoscope/models/mobilenet-v2-films";

  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  private SpeedBench() {}

  /** Runs the rounds and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new SpeedBench().run(arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("speed");
    try {
      Engine engine = start();
      export(engine, folder);
      for (int round = 0; round < rounds; round++) {
        peer();
        try (ServingModel model = engine.open(folder, Device.CPU)) {
          ours("", model);
        }
        try (ServingModel model = engine.open(Path.of(BUNDLED), Device.CPU)) {
          ours("bundled ", model);
        }
      }
    } finally {
      Files.deleteIfExists(folder.resolve("saved_model.pb"));
      Files.delete(folder);
    }
    print(rounds);
  }

  private static Engine start() {
    long begin = System.nanoTime();
    Engine engine = TensorFlowEngine.start(Path.of("target", "home", "natives").toAbsolutePath());
    System.out.printf("engine started after %.2f s%n", seconds(begin));
    begin = System.nanoTime();
    try (ServingModel model = engine.open(Path.of(BUNDLED), Device.CPU)) {
      System.out.printf("bundled model opened after %.2f s%n", seconds(begin));
      begin = System.nanoTime();
      model.run(new float[model.side() * model.side()], 1, Set.of());
      System.out.printf("its first answer after %.2f s%n", seconds(begin));
    }
    return engine;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void export(Engine engine, Path folder) {
    NetworkSpec spec = new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(512), 3, 224);
    var start = KerasHdf5.read(Shared.path("keras/mobilenet_v2_transfer_notop.h5"));
    try (TrainingNetwork network = engine.train(spec, start, 1)) {
      engine.export(spec, network.weights(), 1, folder);
    }
  }

  private void peer() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "python3",
                Shared.path("peers/keras_bench.py").toString(),
                "--only",
                "mobilenetv2",
                "--what",
                "forward_b1,forward_b8,gradcam_b1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode measured = JSON.readTree(line);
        add("keras " + measured.get("what").asText(), measured.get("ms_per_film").asDouble());
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("keras_bench.py failed; it needs tensorflow for Python");
    }
  }

  private void ours(String prefix, ServingModel model) {
    add(prefix + "forward_b1", median(model, 1, Set.of()));
    add(prefix + "forward_b8", median(model, 8, Set.of()));
    add(prefix + "gradcam_b1 of all classes", median(model, 1, Set.of(CamMethod.GRADCAM)));
  }

  private static double median(ServingModel model, int count, Set<CamMethod> methods) {
    Random random = new Random(1);
    float[] films = new float[count * model.side() * model.side()];
    for (int i = 0; i < films.length; i++) {
      films[i] = random.nextInt(256);
    }
    double[] milliseconds = new double[20];
    for (int run = -3; run < milliseconds.length; run++) {
      long start = System.nanoTime();
      model.run(films, count, methods);
      if (run >= 0) {
        milliseconds[run] = (System.nanoTime() - start) / 1e6 / count;
      }
    }
    Arrays.sort(milliseconds);
    return (milliseconds[9] + milliseconds[10]) / 2;
  }

  private void add(String what, double milliseconds) {
    times.computeIfAbsent(what, key -> new ArrayList<>()).add(milliseconds);
  }

  private double median(String what) {
    double[] sorted =
        times.getOrDefault(what, List.of()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private void print(int rounds) {
    System.out.printf(
        "%d rounds, %d threads, load %.1f; milliseconds a film, medians%n",
        rounds,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Map<String, String> peers = new LinkedHashMap<>();
    peers.put("forward_b1", "keras forward_b1");
    peers.put("forward_b8", "keras forward_b8");
    peers.put("gradcam_b1 of all classes", "keras gradcam_b1");
    peers.forEach(
        (ours, peer) ->
            System.out.printf(
                "%-28s %7.2f   %-18s %7.2f   ratio %.2f%n",
                ours, median(ours), peer, median(peer), median(ours) / median(peer)));
    times.keySet().stream()
        .filter(what -> what.startsWith("bundled"))
        .forEach(what -> System.out.printf("%-36s %7.2f%n", what, median(what)));
  }
}
