package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.workstation.studies.FilmReader;

/** The intake, as the list of open films wants it. */
record IntakeReader(Intake intake) implements FilmReader {
  @Override
  public List<Path> films(Path fileOrFolder) {
    return intake.films(fileOrFolder);
  }

  @Override
  public Film open(Path file, int frame) {
    return intake.openFrame(file, frame);
  }
}
