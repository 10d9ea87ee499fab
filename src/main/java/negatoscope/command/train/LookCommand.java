package negatoscope.command.train;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import negatoscope.command.dataset.FilmOptions;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code look}: judges a finished model on the test films, and counts it in the card. */
@Command(
    name = "look",
    hidden = true,
    description = "Look at the test films with a model, write the figures into its card, count it.")
public final class LookCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private FilmOptions films = new FilmOptions();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FOLDER",
      description = "Which model.",
      showDefaultValue = Visibility.NEVER)
  private Path model = Path.of("");

  @Option(
      names = "--looks-before",
      paramLabel = "N",
      description = "How often these test films were looked at before.",
      showDefaultValue = Visibility.NEVER)
  private int looksBefore;

  /** The command, which reaches what it is given. */
  public LookCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return new TrainRun(around).look(films, model, looksBefore);
  }
}
