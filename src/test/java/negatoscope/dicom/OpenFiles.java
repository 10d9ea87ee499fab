package negatoscope.dicom;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;

/** Opens the files that are named, and prints of each its code and milliseconds; a program. */
public final class OpenFiles {
  private OpenFiles() {}

  /** Paths; the first is opened twice, so that the others are timed without loading of classes. */
  public static void main(String[] paths) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Intake intake = Intake.withBuiltInToolkit();
    outcome(intake, Path.of(paths[0]));
    for (String path : paths) {
      long start = System.nanoTime();
      String code = outcome(intake, Path.of(path));
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      out.println(Path.of(path).getFileName() + "\t" + code + "\t" + ms);
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
