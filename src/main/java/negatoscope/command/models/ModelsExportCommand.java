package negatoscope.command.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models export}: a model for others. */
@Command(
    name = "export",
    description =
        "Write a model to where others can import it, or open it with TensorFlow. Nothing is"
            + " overwritten.")
final class ModelsExportCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "NAME", description = "Which model.")
  private String name = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ZIP|FOLDER",
      description = "A name that ends in .zip, or that of a new folder.")
  private Path out = Path.of("");

  ModelsExportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).give(name, out);
  }
}
