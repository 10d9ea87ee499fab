package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.intake.Found;
import negatoscope.intake.Intake;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.workstation.studies.FilmReader;

/** The intake, as the list of open films wants it. */
record IntakeReader(Intake intake) implements FilmReader {
  @Override
  public void scan(
      List<Path> paths, Consumer<Found> to, Cancellation cancellation, Progress progress) {
    intake.scan(paths, to, cancellation, progress);
  }

  @Override
  public Film open(Path file, int frame) {
    return intake.openFrame(file, frame);
  }
}
