package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models show}: the card of a model. */
@Command(
    name = "show",
    description = "Show a model's card: figures, limits, what it was made from.",
    showDefaultValues = true)
final class ModelsShowCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(
      paramLabel = "NAME|FOLDER",
      description = "Which model.",
      showDefaultValue = Visibility.NEVER)
  private String model = "";

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result.")
  private Format format = Format.TEXT;

  ModelsShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelShelf(around).show(model, format);
  }
}
