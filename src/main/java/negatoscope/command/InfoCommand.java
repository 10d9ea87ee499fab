package negatoscope.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code info}: what a file says about its film. */
@Command(
    name = "info",
    description = "Say what a file holds: pixels, windows, geometry, patient, warnings.",
    showDefaultValues = true)
final class InfoCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "The film.")
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result.")
  private Format format = Format.TEXT;

  InfoCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Map<String, Object> facts = FilmFacts.of(file, around.workbench().intake().open(file));
    new FactWriter(around.console().out()).write(facts, format);
    return Exit.WELL;
  }
}
