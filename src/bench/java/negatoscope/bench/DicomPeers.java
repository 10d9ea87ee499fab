package negatoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import negatoscope.intake.Intake;
import negatoscope.rendering.Rendering;

/**
 * Opens the same files by this program and by DCMTK or OpenJPEG, in turns, and prints medians and
 * ratios: ours within this process once it is warm, ours as a whole process ({@code
 * target/negatoscope}), theirs as a whole process. All end in an 8-bit picture of the 3000 × 3000
 * pixels; whole processes also write it. Argument: number of rounds, 5 unless told.
 */
public final class DicomPeers {
  private static final Path LAUNCHER =
      Path.of("target/negatoscope/bin/negatoscope").toAbsolutePath();

  private final Path folder;
  private final int rounds;

  private DicomPeers(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  /** Runs the rounds and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("peers");
    try {
      int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
      new DicomPeers(folder, rounds).run();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path path : files.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    BenchFilm film = BenchFilm.of(BenchFilm.SIDE);
    System.out.printf(
        Locale.ROOT,
        "load %.2f on %d processors, %d rounds, medians in ms%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors(),
        rounds);
    System.out.println(
        "| syntax | file MB | ours, warm | ours, process | peer | peer, process | warm / peer |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (BenchSyntax syntax : BenchSyntax.values()) {
      Path file = folder.resolve(syntax.name() + ".dcm");
      syntax.write(film, file);
      row(syntax, file);
    }
  }

  private void row(BenchSyntax syntax, Path file) throws IOException, InterruptedException {
    Intake intake = Intake.withBuiltInToolkit();
    Path picture = folder.resolve("picture.pgm");
    List<String> peer = syntax.peer(file, picture);
    List<Double> warm = new ArrayList<>();
    List<Double> process = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Rendering.forReading(intake.openFirst(file)).render();
    }
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      Rendering.forReading(intake.openFirst(file)).render();
      warm.add((System.nanoTime() - start) / 1e6);
      if (Files.isExecutable(LAUNCHER)) {
        String out = folder.resolve("ours.png").toString();
        process.add(time(List.of(LAUNCHER.toString(), "render", file.toString(), "--out", out)));
      }
      theirs.add(time(peer));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.0f | %s | %s | %.0f | %.2f |%n",
        syntax,
        Files.size(file) / 1e6,
        median(warm),
        process.isEmpty() ? "" : "%.0f".formatted(median(process)),
        peer.get(0),
        median(theirs),
        median(warm) / median(theirs));
  }

  private double time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(folder.resolve("output.txt")));
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
