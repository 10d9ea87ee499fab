package negatoscope.command.film;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code info}: what a file says about its film. */
@Command(
    name = "info",
    description = "Say what a file holds: pixels, windows, geometry, patient, warnings.",
    showDefaultValues = true)
public final class InfoCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "The film.", showDefaultValue = Visibility.NEVER)
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result.")
  private Format format = Format.TEXT;

  /** The command, which reaches what it is given. */
  public InfoCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Workbench bench = around.workbench();
    FileFacts facts = FileFacts.of(file, bench.intake(), bench.dicom().preferred());
    if (facts.refused().isPresent() && facts.header().isEmpty()) {
      throw facts.refused().get();
    }
    FactWriter writer = new FactWriter(around.console().out());
    if (format == Format.JSON) {
      Map<String, Object> all = new LinkedHashMap<>(facts.film());
      all.put("attributes", facts.attributes());
      writer.write(all, format);
    } else {
      writer.write(facts.film(), format);
      around.console().out().print(facts.listing());
    }
    if (facts.refused().isPresent()) {
      throw facts.refused().get();
    }
    return Exit.WELL;
  }
}
