package negatoscope.command.models;

import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models default}: which model answers where none is named. */
@Command(
    name = "default",
    description = "Choose the model that answers where none is named; without a NAME, say which.")
final class ModelsDefaultCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which model.")
  private @Nullable String name;

  ModelsDefaultCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).preferred(Optional.ofNullable(name));
  }
}
