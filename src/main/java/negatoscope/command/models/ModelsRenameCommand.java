package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models rename}. */
@Command(name = "rename", description = "Give a model another name; the default stays the default.")
final class ModelsRenameCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "NAME", description = "Which model.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Its new name.")
  private String newName = "";

  ModelsRenameCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).rename(name, newName);
  }
}
