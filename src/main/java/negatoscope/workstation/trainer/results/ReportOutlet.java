package negatoscope.workstation.trainer.results;

import java.nio.file.Path;
import java.util.Optional;

/** Where a report goes from here. */
public interface ReportOutlet {
  /** A folder to save it in, as the user chooses; empty for none. */
  Optional<Path> folder();

  /** Shows a page in the system's browser. */
  void browse(Path page);
}
