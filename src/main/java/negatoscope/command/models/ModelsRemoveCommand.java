package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models remove}. */
@Command(
    name = "remove",
    description =
        "Remove a model, whole or damaged. For "
            + Library.KEPT_DAYS
            + " days it can be brought back by models restore.")
final class ModelsRemoveCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "NAME", description = "Which model.")
  private String name = "";

  @Option(names = "--yes", description = "Do it; else it is only said what would be removed.")
  private boolean yes;

  ModelsRemoveCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).remove(name, yes);
  }
}
