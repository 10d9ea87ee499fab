package negatoscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.ServingModel;
import negatoscope.network.TensorFlowEngine;
import negatoscope.testing.Shared;

/**
 * Runs {@link KerasPeerBench} and {@code ../shared/peers/keras_bench.py} side by side, in turns,
 * and prints the ratio of their times.
 *
 * <p>First it says how long the engine takes to start and the bundled model to open and to answer;
 * where that is the second start on this machine, the library is unpacked already.
 *
 * <p>A round runs the peer in its own process, then ours in this one. Printed are the medians over
 * the rounds, the ratio of those, and the ratio of the best runs, which a busy machine disturbs
 * least. Arguments: {@code [--rounds N]} (3 unless told), then the options that both take.
 */
public final class SpeedBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLED = "src/main/resources/negatoscope/models/mobilenet-v2-films";

  private record Times(List<Double> medians, List<Double> best) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(JsonNode line) {
      medians.add(line.get("ms_per_film").asDouble());
      best.add(line.get("best").asDouble());
    }

    double median() {
      return medians.stream().sorted().toList().get(medians.size() / 2);
    }

    double least() {
      return best.stream().min(Double::compare).orElse(Double.NaN);
    }
  }

  private final Map<String, Times> ours = new LinkedHashMap<>();
  private final Map<String, Times> peers = new LinkedHashMap<>();

  private SpeedBench() {}

  /** Runs the rounds and prints a table. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of(arguments));
    int rounds = 3;
    int at = options.indexOf("--rounds");
    if (at >= 0) {
      rounds = Integer.parseInt(options.remove(at + 1));
      options.remove(at);
    }
    new SpeedBench().run(rounds, options);
  }

  private void run(int rounds, List<String> options) throws IOException, InterruptedException {
    TensorFlowEngine engine = start();
    BenchOptions parsed = BenchOptions.parse(options.toArray(String[]::new));
    for (int round = 0; round < rounds; round++) {
      peer(options);
      new KerasPeerBench(parsed, engine, line -> add(ours, line)).run();
    }
    print(rounds, engine);
  }

  private static TensorFlowEngine start() {
    long begin = System.nanoTime();
    TensorFlowEngine engine = KerasPeerBench.engine();
    System.out.printf("engine started after %.2f s%n", seconds(begin));
    bundled(engine);
    return engine;
  }

  private static void bundled(Engine engine) {
    long begin = System.nanoTime();
    try (ServingModel model = engine.open(Path.of(BUNDLED), Device.CPU)) {
      System.out.printf("bundled model opened after %.2f s%n", seconds(begin));
      float[] film = new float[model.side() * model.side()];
      begin = System.nanoTime();
      model.run(film, 1, Set.of());
      System.out.printf("its first answer after %.2f s%n", seconds(begin));
      List<Double> times = new ArrayList<>();
      for (int run = 0; run < 21; run++) {
        begin = System.nanoTime();
        model.run(film, 1, Set.of());
        times.add(seconds(begin) * 1000);
      }
      System.out.printf("its later answers %.2f ms%n", times.stream().sorted().toList().get(10));
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void peer(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("python3");
    command.add(Shared.path("peers/keras_bench.py").toString());
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(peers, JSON.readTree(line));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("keras_bench.py failed; it needs tensorflow for Python");
    }
  }

  private static void add(Map<String, Times> times, JsonNode line) {
    String what = line.get("backbone").asText() + " " + line.get("what").asText();
    times.computeIfAbsent(what, key -> new Times()).add(line);
  }

  private void print(int rounds, Engine engine) {
    System.out.printf(
        "%d rounds, %d threads, load %.1f; milliseconds a film%n",
        rounds,
        engine.threads(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf(
        "%-30s %9s %9s %6s   %9s %9s %6s%n",
        "", "ours", "Keras", "ratio", "best", "Keras", "ratio");
    ours.forEach(
        (what, own) -> {
          Times peer = peers.get(what);
          if (peer != null) {
            System.out.printf(
                "%-30s %9.2f %9.2f %6.2f   %9.2f %9.2f %6.2f%n",
                what,
                own.median(),
                peer.median(),
                own.median() / peer.median(),
                own.least(),
                peer.least(),
                own.least() / peer.least());
          }
        });
  }
}
