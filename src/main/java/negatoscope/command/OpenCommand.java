package negatoscope.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code open}: the window. */
@Command(
    name = "open",
    description =
        "Open the window. Without a display, classify in the terminal instead, with heat-map"
            + " pictures.")
final class OpenCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(
      paramLabel = "PATH",
      description = "Films or folders to open; the sample studies if none is named.")
  private List<Path> paths = new ArrayList<>();

  OpenCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new OpenRun(around).run(paths);
  }
}
