package negatoscope.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import negatoscope.codec.Decoded;
import negatoscope.film.Film;
import negatoscope.film.ModalityRescale;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import negatoscope.workstation.viewer.FilmPlacement;
import negatoscope.workstation.viewer.FilmPyramid;
import negatoscope.workstation.viewer.FilmRaster;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of a drag of window and level: the visible part of a film of 3000 × 3000 pixels of 16
 * bits is drawn again under another window.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class RedrawBench {
  /** Width and height of the viewer in pixels of the screen. */
  @Param({"900x700", "1500x1000"})
  public String pane;

  /** Film pixels a screen pixel: 0 fits the film into the viewer. */
  @Param({"0", "1"})
  public double zoom;

  private final FilmRaster raster = new FilmRaster();
  private Rendering rendering;
  private FilmPyramid pyramid;
  private FilmPlacement placement;
  private int[] target;
  private int width;
  private int step;

  /** Opens the film. */
  @Setup
  public void open() {
    Decoded decoded = BenchFilm.of(3000).decoded();
    Film film =
        Film.grey(
            Samples.of16(3000, 3000, 16, false, decoded.shorts()),
            Presentation.of(
                ModalityRescale.IDENTITY, Polarity.MONOCHROME2, Window.linear(32768, 65536)),
            Provenance.ofPicture(Path.of("made.dcm"), "DICOM", "made"));
    String[] sides = pane.split("x");
    width = Integer.parseInt(sides[0]);
    int height = Integer.parseInt(sides[1]);
    rendering = Rendering.forReading(film);
    pyramid = FilmPyramid.of(film, new Cancellation());
    FilmPlacement fitted = FilmPlacement.fitted(3000, 3000, width, height);
    placement = zoom == 0 ? fitted : fitted.zoomedAt(width / 2.0, height / 2.0, zoom);
    target = new int[width * height];
  }

  /** Draws the film under the next window. */
  @Benchmark
  public int[] redraw() {
    step = (step + 1) % 1000;
    Rendering next = rendering.withWindow(Window.linear(30000 + 5 * step, 40000 - 7 * step));
    raster.draw(next, pyramid, placement, 1, target, width);
    return target;
  }
}
