package negatoscope.dicom;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;

/**
 * Opens the files that are named, and prints of each its code, milliseconds, and those of the
 * processor; a program.
 */
public final class OpenFiles {
  private OpenFiles() {}

  /** Paths; the first is opened twice, so that the others are timed without loading of classes. */
  public static void main(String[] paths) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Intake intake = Intake.withBuiltInToolkit();
    outcome(intake, Path.of(paths[0]));
    for (String path : paths) {
      long start = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      String code = outcome(intake, Path.of(path));
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      long cpuMs = TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - cpu);
      out.println(Path.of(path).getFileName() + "\t" + code + "\t" + ms + "\t" + cpuMs);
    }
  }

  private static String outcome(Intake intake, Path file) {
    try {
      return intake.open(file).isEmpty() ? "nothing" : "opens";
    } catch (FilmException e) {
      return e.sentence().startsWith(file.getFileName().toString()) ? e.code().name() : "nameless";
    }
  }
}
