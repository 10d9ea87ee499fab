package negatoscope.command.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models import}: a model from elsewhere. */
@Command(
    name = "import",
    description = "Check a model that was exported or trained elsewhere, and take a copy.")
final class ModelsImportCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE|FOLDER", description = "A model's folder, or a ZIP of one.")
  private Path from = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "The model's name here; that on its card if none is given.")
  private @Nullable String name;

  ModelsImportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new ModelKeeper(around).take(from, Optional.ofNullable(name));
  }
}
