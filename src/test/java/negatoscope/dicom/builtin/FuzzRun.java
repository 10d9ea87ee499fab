package negatoscope.dicom.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import negatoscope.codec.Decoded;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Frame;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.task.Failure;

/** One thread's part of a fuzz run: makes inputs, opens them, and notes what should not be. */
final class FuzzRun {
  /** Beside four times the file and the pixels: buffers, tables, and what the header may take. */
  private static final long CONSTANT = 2L << 20;

  /** JJ2000 keeps coefficients as 32 bits and copies them: what it takes for a byte of pixels. */
  private static final int JPEG_2000_FACTOR = 7;

  private static final long MOST_MILLISECONDS = 2_000;
  private static final long HANG_NANOSECONDS = 120_000_000_000L;
  private static final int MOST_FRAMES = 4;

  private final Path folder;
  private final Path file;
  private final List<byte[]> seeds;
  private final long seed;
  private final Queue<String> findings;
  private final BuiltInToolkit toolkit = new BuiltInToolkit();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private long done;
  private long slowest;
  private long most;
  private volatile long started = Long.MAX_VALUE;

  FuzzRun(Path folder, String name, List<byte[]> seeds, long seed, Queue<String> findings) {
    this.folder = folder;
    this.file = folder.resolve(name + ".dcm");
    this.seeds = seeds;
    this.seed = seed;
    this.findings = findings;
  }

  long done() {
    return done;
  }

  /** Ends the run where an input does not come to an end; it lies in the thread's file. */
  void checkHang() {
    if (started != Long.MAX_VALUE && System.nanoTime() - started > HANG_NANOSECONDS) {
      throw new AssertionError("hangs on " + file);
    }
  }

  /** Opens every sound file, so that no class is loaded while memory is measured. */
  void warmUp() throws IOException {
    for (byte[] sound : seeds) {
      Files.write(file, sound);
      others();
      outcomes.clear();
    }
  }

  /** Makes and opens the input of a number. */
  void input(long number) {
    byte[] input = new Mutations(seeds, new Random(seed * 1_000_003 + number)).next();
    try {
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    started = System.nanoTime();
    try {
      open(number, input);
      if (number % 3 == 0) {
        others();
      }
    } catch (Failure e) {
      count(e.code().name());
    } catch (RuntimeException | Error e) {
      finding(number, input, e + " at " + List.of(e.getStackTrace()).stream().limit(3).toList());
    }
    started = Long.MAX_VALUE;
    done++;
  }

  private void open(long number, byte[] input) {
    long pixels = 0;
    long before = Allocation.bytes();
    long cpu = Allocation.milliseconds();
    String outcome = "opens";
    Throwable refusal = null;
    try (DicomFrames frames = toolkit.open(file)) {
      int factor = frames.syntax().name().startsWith("JPEG 2000") ? JPEG_2000_FACTOR : 1;
      for (int i = 0; i < Math.min(MOST_FRAMES, frames.count()); i++) {
        pixels += factor * bytes(frames.frame(i));
      }
    } catch (Failure e) {
      outcome = e.code().name();
      refusal = e;
    }
    long taken = Allocation.bytes() - before - 4L * input.length - pixels;
    long milliseconds = Allocation.milliseconds() - cpu;
    count(outcome);
    most = Math.max(most, taken);
    slowest = Math.max(slowest, milliseconds);
    if (taken > CONSTANT) {
      finding(number, input, "takes %d bytes too many (%s)".formatted(taken - CONSTANT, refusal));
    }
    if (milliseconds > MOST_MILLISECONDS) {
      finding(number, input, "takes %d ms (%s)".formatted(milliseconds, refusal));
    }
  }

  /** The other ways into a file: its header, all its values, its film. */
  private void others() {
    for (Runnable way :
        List.<Runnable>of(
            () -> toolkit.read(file),
            () -> toolkit.readWhole(file),
            () -> DicomFilms.read(toolkit, file, 0))) {
      try {
        way.run();
      } catch (Failure e) {
        count("other ways: " + e.code().name());
      }
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  private void finding(long number, byte[] input, String what) {
    findings.add("input %d: %s".formatted(number, what));
    try {
      Files.write(folder.resolve("finding-%d-%d.dcm".formatted(seed, number)), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long bytes(Frame frame) {
    Decoded pixels = frame.pixels();
    return pixels.bytes().length + 2L * pixels.shorts().length;
  }

  /** What came out of all runs, the slowest input and the one that took most. */
  static String summary(List<FuzzRun> runs) {
    Map<String, Long> all = new TreeMap<>();
    runs.forEach(run -> run.outcomes.forEach((name, count) -> all.merge(name, count, Long::sum)));
    long slowest = runs.stream().mapToLong(run -> run.slowest).max().orElse(0);
    long most = runs.stream().mapToLong(run -> run.most).max().orElse(0);
    return "fuzz: %s%nfuzz: slowest %d ms, most beside 4 x file + pixels: %d bytes%n"
        .formatted(all, slowest, most);
  }
}
