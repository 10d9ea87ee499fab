package negatoscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/peak-memory.tsv}: the most memory that this process had while each test
 * class ran, greatest first. Linux tells it; elsewhere there is no file.
 */
public final class PeakMemory implements TestExecutionListener {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final Path FILE = Path.of("target", "peak-memory.tsv");

  /**
   * A class's peak.
   *
   * @param process megabytes of it, Java's heap and the native library's memory together
   * @param heap megabytes that Java's heap had taken at the end
   */
  private record Peak(String name, long process, long heap) {
    String line() {
      return "%d\t%d\t%s".formatted(process, heap, name);
    }
  }

  private final List<Peak> peaks = new ArrayList<>();

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (isClass(identifier) && Files.isWritable(RESET)) {
      try {
        Files.writeString(RESET, "5");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (isClass(identifier) && Files.isReadable(STATUS)) {
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
      peaks.add(new Peak(identifier.getDisplayName(), megabytes("VmHWM:"), heap >> 20));
    }
  }

  private static boolean isClass(TestIdentifier identifier) {
    return identifier.getSource().filter(ClassSource.class::isInstance).isPresent();
  }

  /** A line of {@code /proc/self/status}, such as {@code VmRSS:}. */
  public static long megabytes(String name) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (peaks.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>(List.of("process_mb\theap_mb\ttest"));
    peaks.stream()
        .sorted(Comparator.comparingLong(Peak::process).reversed())
        .forEach(peak -> lines.add(peak.line()));
    try {
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
