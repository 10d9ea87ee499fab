package negatoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import negatoscope.intake.Intake;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a file on disk to the 8-bit picture of all its 3000 × 3000 pixels of 16 bits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class OpenBench {
  /** How the file is coded. */
  @Param public BenchSyntax syntax;

  private final Intake intake = Intake.withBuiltInToolkit();
  private Path file;

  /** Makes the file. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    file = Files.createTempFile("film", ".dcm");
    syntax.write(BenchFilm.of(BenchFilm.SIDE), file);
  }

  /** Removes it. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Opens the file and makes the picture. */
  @Benchmark
  public GreyPicture openToDisplay() {
    return Rendering.forReading(intake.openFirst(file)).render();
  }
}
