package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models restore}: undoes a removal. */
@Command(name = "restore", description = "Bring back the model of a name that was removed last.")
final class ModelsRestoreCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "NAME", description = "Which model.")
  private String name = "";

  ModelsRestoreCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).restore(name);
  }
}
