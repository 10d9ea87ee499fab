package negatoscope.command.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.training.judging.ChosenPoints;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models thresholds}: from which probability a film counts as one of a class. */
@Command(
    name = "thresholds",
    description =
        "Choose from which probability a film counts as one of a class, for a wanted sensitivity or"
            + " specificity on the model's validation films; kept in its card.")
final class ModelsThresholdsCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Which model.")
  private String name = "";

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "Of which class; all if not given. May be given several times.")
  private List<String> classes = new ArrayList<>();

  @ArgGroup(multiplicity = "1")
  private Wanted wanted = new Wanted();

  /** One of the two. */
  static final class Wanted {
    @Option(
        names = "--sensitivity",
        paramLabel = "0..1",
        description = "The share of the class's films that must be found.")
    private @Nullable Double sensitivity;

    @Option(
        names = "--specificity",
        paramLabel = "0..1",
        description = "The share of the other films that must be passed over.")
    private @Nullable Double specificity;
  }

  ModelsThresholdsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    try {
      Double sensitivity = wanted.sensitivity;
      Double specificity = wanted.specificity;
      ChosenPoints.Aim aim =
          sensitivity != null
              ? new ChosenPoints.Aim(true, sensitivity)
              : new ChosenPoints.Aim(false, specificity == null ? 0 : specificity);
      return new ThresholdKeeper(around).choose(name, classes, aim);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()) + ".", e);
    }
  }
}
