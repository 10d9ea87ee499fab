package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;

/**
 * Damaged files of every form open or are refused with a reason, in bounded time and memory.
 *
 * <p>A short run belongs to every build; the profile {@code fuzz} makes a long one. An input is
 * made from the seed and its number alone: {@code -Dfuzz.seed=S -Dfuzz.first=N -Dfuzz.inputs=1}
 * gives it again.
 */
@NeedsShared
class FuzzTest {
  private static final int THREADS = 2;
  private static final Path FINDINGS = Path.of("target", "fuzz");
  private static final long SHORT_RUN_NANOSECONDS = 15_000_000_000L;
  private static final int SHORT_RUN = 3_000;

  @Test
  void onlyReasonsComeOut() throws IOException, InterruptedException {
    boolean isShort = System.getProperty("fuzz.inputs") == null;
    long inputs = Long.getLong("fuzz.inputs", SHORT_RUN);
    long seed = Long.getLong("fuzz.seed", isShort ? 20261123 : System.nanoTime());
    long first = Long.getLong("fuzz.first", 0);
    System.out.printf("fuzz: %d inputs, -Dfuzz.seed=%d%n", inputs, seed);
    Files.createDirectories(FINDINGS);
    List<byte[]> seeds = seeds();
    ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    new FuzzRun(FINDINGS, "warm-up", seeds, seed, findings).warmUp();
    AtomicLong next = new AtomicLong(first);
    long start = System.nanoTime();
    List<FuzzRun> runs = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      FuzzRun run = new FuzzRun(FINDINGS, "thread-" + i, seeds, seed, findings);
      Thread thread =
          new Thread(
              () -> {
                for (long input = next.getAndIncrement();
                    input < first + inputs
                        && !(isShort && System.nanoTime() - start > SHORT_RUN_NANOSECONDS);
                    input = next.getAndIncrement()) {
                  run.input(input);
                  if (!isShort && (input + 1) % 10_000 == 0) {
                    System.out.printf(
                        "fuzz: %d inputs, %d s, %d findings%n",
                        input + 1 - first,
                        (System.nanoTime() - start) / 1_000_000_000,
                        findings.size());
                  }
                }
              },
              "fuzz-" + i);
      thread.setDaemon(true);
      thread.start();
      runs.add(run);
      threads.add(thread);
    }
    for (int i = 0; i < THREADS; i++) {
      while (threads.get(i).isAlive()) {
        threads.get(i).join(1000);
        runs.forEach(FuzzRun::checkHang);
      }
    }
    long done = runs.stream().mapToLong(FuzzRun::done).sum();
    System.out.printf(
        "fuzz: %d inputs in %d s%n%s",
        done, (System.nanoTime() - start) / 1_000_000_000, FuzzRun.summary(runs));
    assertThat(findings).isEmpty();
    assertThat(done).isGreaterThan(isShort ? 300 : inputs - 1);
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> films = Files.walk(Shared.path("dicom/films"));
        Stream<Path> broken = Files.list(Shared.path("dicom/broken"))) {
      for (Path file :
          Stream.concat(films.sorted(), broken.sorted()).filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".json")) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }
}
