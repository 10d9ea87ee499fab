package negatoscope.workstation.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.intake.Found;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/** How the window gets at films; {@code intake} behind it, or something slow or broken in tests. */
public interface FilmReader {
  /**
   * Looks for films in files, folders, archives and DICOMDIRs.
   *
   * @param to told of every file as soon as it is known, on the calling thread
   * @throws java.util.concurrent.CancellationException if it was asked to stop
   */
  void scan(List<Path> paths, Consumer<Found> to, Cancellation cancellation, Progress progress);

  /**
   * One frame of a file; its provenance says how many there are.
   *
   * @param frame from 1
   * @throws negatoscope.task.Failure if it is no film, or has fewer frames
   */
  Film open(Path file, int frame);
}
