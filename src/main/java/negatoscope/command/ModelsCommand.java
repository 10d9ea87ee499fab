package negatoscope.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}: what is at hand. */
@Command(name = "models", description = "List the models at hand, or show the card of one.")
final class ModelsCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  ModelsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list or show.");
  }

  @Command(name = "list", description = "List the models at hand.")
  int list(
      @Option(
              names = "--format",
              paramLabel = "text|json",
              defaultValue = "TEXT",
              description = "Form of the results.")
          Format format) {
    return new ModelShelf(around).list(format);
  }

  @Command(
      name = "show",
      description = "Show a model's card: figures, limits, what it was made from.")
  int show(
      @Parameters(paramLabel = "NAME|FOLDER", description = "Which model.") String model,
      @Option(
              names = "--format",
              paramLabel = "text|json",
              defaultValue = "TEXT",
              description = "Form of the result.")
          Format format) {
    return new ModelShelf(around).show(model, format);
  }
}
