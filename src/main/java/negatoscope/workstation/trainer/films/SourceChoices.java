package negatoscope.workstation.trainer.films;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where films with labels lie. */
public interface SourceChoices {
  /** A folder with one folder per class. */
  Optional<Path> folder();

  /** A table of films. */
  Optional<Path> table();
}
