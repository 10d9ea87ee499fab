package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models list}: a line a model. */
@Command(name = "list", description = "List the models at hand.", showDefaultValues = true)
final class ModelsListCommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the results.")
  private Format format = Format.TEXT;

  ModelsListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelShelf(around).list(format);
  }
}
