package negatoscope.command.surroundings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the window; the command line knows no more of it. */
public interface Desktop {
  /** Why no window can be opened here, as the end of a sentence; empty if one can. */
  Optional<String> missing();

  /** Opens the window on the given files and folders, and returns when it was closed. */
  void open(List<Path> paths);
}
