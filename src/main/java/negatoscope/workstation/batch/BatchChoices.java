package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where things are and go; empty where the user changed his mind. */
public interface BatchChoices {
  /** A folder of films. */
  Optional<Path> folder();

  /** The folder for the work list. */
  Optional<Path> out();

  /** A file for rows, {@code .csv} or {@code .json}. */
  Optional<Path> export();
}
