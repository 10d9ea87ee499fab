package negatoscope.workstation.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files and folders. */
public interface FileChoices {
  /** Model ZIPs to import; empty if none was chosen. */
  List<Path> modelZips();

  /** A model's folder to import. */
  Optional<Path> modelFolder();

  /** Where to write a model's ZIP; if that is there, the user wants it replaced. */
  Optional<Path> exportOf(String model);

  /** A file of start weights to import. */
  Optional<Path> weights();
}
