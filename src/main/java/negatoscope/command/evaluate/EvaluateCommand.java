package negatoscope.command.evaluate;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.dataset.FilmSource;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.training.judging.FilmsToJudge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a model is on films with labels, and what beside lungs it reads. */
@Command(
    name = "evaluate",
    description =
        "Judge a model on films with labels, and write a report. Research use only. Films that the"
            + " model learned from are left out.",
    showDefaultValues = true)
public final class EvaluateCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FilmSource films = new FilmSource();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME|FOLDER",
      description = "The model to judge.",
      showDefaultValue = Visibility.NEVER)
  private String model = "";

  @Option(
      names = "--against",
      paramLabel = "NAME|FOLDER",
      description = "A model to compare it with, on the same films.")
  private @Nullable String against;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A new folder for report.html, evaluation.json, predictions.csv and plots/.",
      showDefaultValue = Visibility.NEVER)
  private Path out = Path.of("");

  @Option(
      names = "--part",
      paramLabel = "test|validation|train|all",
      description = "Which films, where the table or folder says to which part each belongs.")
  private FilmsToJudge.Choice part = FilmsToJudge.Choice.TEST;

  @Option(
      names = "--no-probes",
      description = "Do not judge the films with the lungs blacked out and by their border alone.")
  private boolean noProbes;

  @Option(
      names = "--check-heatmaps",
      paramLabel = "N",
      description =
          "Compare the heat maps of N films with those of networks whose weights are drawn; takes"
              + " some ten seconds a film.",
      showDefaultValue = Visibility.NEVER)
  private int checkedHeatMaps;

  @Mixin private DeviceChoice device = new DeviceChoice();

  /** The command, which reaches what it is given. */
  public EvaluateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (checkedHeatMaps < 0) {
      throw new ParameterException(spec.commandLine(), "--check-heatmaps is not below 0.");
    }
    if (model.equals(against)) {
      throw new ParameterException(spec.commandLine(), "--against names the same model.");
    }
    return new EvaluateJob(around)
        .run(
            new EvaluateJob.Wishes(
                films, model, against, out, part, !noProbes, checkedHeatMaps, device.device()));
  }
}
