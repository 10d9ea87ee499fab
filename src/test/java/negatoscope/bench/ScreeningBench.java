package negatoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.Device;
import negatoscope.network.ServingModel;
import negatoscope.network.TensorFlowEngine;
import negatoscope.screening.Screening;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.journal.JournalFile;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.tensor.FilmTensor;
import negatoscope.testing.SharedFilms;

/**
 * Screening of the shared films, under other names where more are wanted.
 *
 * <p>{@code ratio [FILMS] [ROUNDS] [heatmaps] [dicom]}: films a second of screening beside those of
 * the network alone, fed from memory in batches of the same size before and after. {@code long
 * [FILMS] [heatmaps]}: heap and rate every ten seconds of one run.
 */
public final class ScreeningBench {
  private final Intake intake = Intake.withBuiltInToolkit();
  private final Path folder;
  private final Home home;
  private final Model model;
  private final TensorFlowEngine engine;

  private ScreeningBench(Path folder) {
    this.folder = folder;
    this.home = new Home(Path.of("target", "home").toAbsolutePath());
    this.model = new Library(home).bundled();
    this.engine = TensorFlowEngine.start(home.natives());
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    boolean lasting = words.contains("long");
    int films = words.size() > 1 ? Integer.parseInt(words.get(1)) : lasting ? 10_000 : 400;
    Path folder = Files.createTempDirectory("screening-bench");
    try {
      ScreeningBench bench = new ScreeningBench(folder);
      bench.link(films);
      if (lasting) {
        bench.last(words.contains("heatmaps"));
      } else {
        bench.compare(
            words.size() > 2 ? Integer.parseInt(words.get(2)) : 5,
            words.contains("heatmaps"),
            words.contains("dicom"));
      }
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  /** Puts so many films into a folder, each some times if need be. */
  private void link(int count) throws IOException {
    List<Path> films = new ArrayList<>();
    for (String split : List.of("train", "validation", "test")) {
      films.addAll(SharedFilms.ofSplit(split));
    }
    Files.createDirectories(folder.resolve("films"));
    for (int i = 0; i < count; i++) {
      Files.createSymbolicLink(
          folder.resolve("films").resolve("%06d.jpg".formatted(i)),
          films.get(i % films.size()).toRealPath());
    }
  }

  /** What a run took, and the batch size that it settled on. */
  private record Run(double seconds, int batch) {}

  private Run screen(
      Classifier classifier, boolean heatMaps, boolean dicom, ScreeningWatcher watcher)
      throws IOException {
    Path out = folder.resolve("out");
    AtomicFiles.delete(out);
    long start = System.nanoTime();
    new Screening(intake, home.natives(), Clock.system(ZoneOffset.UTC))
        .run(
            new ScreeningOrder(
                folder.resolve("films"),
                out,
                Start.NEW,
                heatMaps,
                dicom
                    ? Optional.of(new ScreeningOrder.Dicom(new BuiltInToolkit(), "0"))
                    : Optional.empty(),
                ReadingOrder.OVERDUE),
            () -> new ScreeningModels(classifier, Optional.empty()),
            watcher,
            new Cancellation());
    double seconds = (System.nanoTime() - start) / 1e9;
    try (var journal = new JournalFile(out).open()) {
      return new Run(seconds, Integer.parseInt(journal.settings().get("batch")));
    }
  }

  private void compare(int rounds, boolean heatMaps, boolean dicom) throws IOException {
    try (Classifier classifier = EngineClassifier.open(model, engine, Device.CPU);
        ServingModel alone = engine.open(model.folder(), Device.CPU)) {
      List<float[]> tensors = tensors();
      List<Double> ratios = new ArrayList<>();
      screen(classifier, heatMaps, dicom, new Settling());
      for (int round = 1; round <= rounds; round++) {
        Settling watcher = new Settling();
        Run screened = screen(classifier, heatMaps, dicom, watcher);
        double rate = watcher.films / (screened.seconds() - watcher.seconds());
        double memory = fromMemory(alone, tensors, screened.batch());
        ratios.add(rate / memory);
        System.out.printf(
            Locale.ROOT,
            "round %d: batch %d; network alone %.1f films/s, screening %.1f (%.3f of it)%n",
            round,
            screened.batch(),
            memory,
            rate,
            rate / memory);
      }
      ratios.sort(null);
      System.out.printf(Locale.ROOT, "median %.3f%n", ratios.get(ratios.size() / 2));
    }
  }

  /** How long it took to find the batch size, which is done once for thousands of films. */
  private static final class Settling implements ScreeningWatcher {
    private long begun;
    private long over;
    private long films;

    @Override
    public void report(long done, long total, String message) {
      if (message.startsWith("Finding") && begun == 0) {
        begun = System.nanoTime();
      } else if (!message.startsWith("Finding") && begun != 0 && over == 0) {
        over = System.nanoTime();
      }
      films = Math.max(films, total);
    }

    @Override
    public void note(String sentence) {
      over = System.nanoTime();
    }

    double seconds() {
      return begun == 0 ? 0 : (over - begun) / 1e9;
    }
  }

  private List<float[]> tensors() throws IOException {
    List<float[]> tensors = new ArrayList<>();
    try (var files = Files.list(folder.resolve("films"))) {
      for (Path file : files.limit(256).toList()) {
        tensors.add(FilmTensor.of(intake.openFirst(file), model.card().tensorOptions()).values());
      }
    }
    return tensors;
  }

  /** Films a second of the network on tensors that are there, over ten seconds. */
  private static double fromMemory(ServingModel alone, List<float[]> tensors, int batch) {
    int size = tensors.get(0).length;
    long films = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < 10_000_000_000L) {
      float[] input = new float[batch * size];
      for (int i = 0; i < batch; i++) {
        System.arraycopy(tensors.get((int) (films++ % tensors.size())), 0, input, i * size, size);
      }
      alone.run(input, batch, Set.of());
    }
    return films / ((System.nanoTime() - start) / 1e9);
  }

  private void last(boolean heatMaps) throws IOException {
    try (Classifier classifier = EngineClassifier.open(model, engine, Device.CPU)) {
      Heap heap = new Heap();
      Run run = screen(classifier, heatMaps, false, heap);
      System.out.printf(
          Locale.ROOT,
          "%d films in %.0f s, %.1f a second; at most %d MB of heap taken, %d MB used%n",
          heap.films,
          run.seconds(),
          heap.films / run.seconds(),
          heap.most >> 20,
          heap.used >> 20);
    }
  }

  /** Prints heap and rate every ten seconds. */
  private static final class Heap implements ScreeningWatcher {
    private final long start = System.nanoTime();
    private long printed = start;
    private long films;
    private long most;
    private long used;

    @Override
    public void report(long done, long total, String message) {
      long now = System.nanoTime();
      var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      most = Math.max(most, heap.getCommitted());
      used = Math.max(used, heap.getUsed());
      films = Math.max(films, total);
      if (now - printed > 10_000_000_000L) {
        printed = now;
        System.out.printf(
            Locale.ROOT,
            "%4d s: %d of %d films, heap %d MB of %d; %s%n",
            (now - start) / 1_000_000_000L,
            done,
            total,
            heap.getUsed() >> 20,
            heap.getCommitted() >> 20,
            message);
      }
    }
  }
}
