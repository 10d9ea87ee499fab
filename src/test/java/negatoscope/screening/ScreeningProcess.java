package negatoscope.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.screening.ScreeningOrder.Start;

/** A screening in a process of its own, which can be killed. Its argument is a drawn folder. */
public final class ScreeningProcess {
  private ScreeningProcess() {}

  /** Goes on if there is something to go on with. */
  public static void main(String[] arguments) throws IOException {
    DrawnFolder drawn = new DrawnFolder(Path.of(arguments[0]));
    Start start = Files.exists(drawn.out().resolve("screening.db")) ? Start.RESUME : Start.NEW;
    try (MeanClassifier classifier =
        new MeanClassifier("one", 3, Optional.of(drawn.root().resolve("asked.log")))) {
      drawn.run(classifier, drawn.order(start, false));
    }
  }
}
