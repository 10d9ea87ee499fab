package negatoscope.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.network.Backbone;
import negatoscope.training.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: a model from a folder per class, or from a table. */
@Command(
    name = "train",
    description = "Train a model on films with labels. Research use only.",
    showDefaultValues = true)
final class TrainCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER|TABLE",
      description = "One folder per class, or a CSV table with file and label.")
  private Path source = Path.of("");

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The model's name.")
  private String name = "";

  @Option(names = "--backbone", paramLabel = "NAME", description = "The network's first part.")
  private String backbone = Backbone.MOBILENET_V2.id();

  @Option(names = "--head", paramLabel = "compact", description = "The network's second part.")
  private String head = "compact";

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Start from these weights (Keras .h5, or weights.bin); drawn if none are named.")
  private @Nullable Path weights;

  @Option(
      names = "--weights-licence",
      paramLabel = "TEXT",
      description = "Under what the start weights may be used; goes into the card.")
  private String weightsLicence = "not stated";

  @Option(names = "--preset", paramLabel = "recommended", description = "Which recipe.")
  private String preset = "recommended";

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "A JSON file that changes fields of the preset.")
  private @Nullable Path recipe;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the run; the preset's if none.")
  private @Nullable Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs of the whole network; the preset's if not given.")
  private @Nullable Integer epochs;

  @Option(
      names = "--splits",
      paramLabel = "FILE",
      description = "A table file,split; splits.csv beside the films if there is one.")
  private @Nullable Path splits;

  @Option(
      names = "--classes",
      split = ",",
      paramLabel = "NAME",
      description = "The classes in the wanted order, separated by commas.")
  private List<String> classes = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", description = "The model's folder.")
  private @Nullable Path out;

  @Option(
      names = "--look",
      description = "Look at the test films once the weights are chosen, and count it.")
  private boolean look;

  @Option(
      names = "--looks-before",
      paramLabel = "N",
      description = "How often other models looked at these test films before.")
  private int looksBefore;

  @Option(
      names = "--licences",
      paramLabel = "FILE",
      description = "A text with the terms of weights and films, for LICENCES.txt.")
  private @Nullable Path licences;

  @Option(
      names = "--limit",
      paramLabel = "SENTENCE",
      description = "What the model must not be used for; may be given several times.")
  private List<String> limits = new ArrayList<>();

  TrainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!head.equals("compact")) {
      throw usage("--head: only compact is at hand.");
    }
    if (!preset.equals(Recipe.recommended().preset())) {
      throw usage("--preset: only recommended is at hand.");
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw usage("--name: letters, digits, points, hyphens and underscores, please.");
    }
    if ((epochs != null && epochs < 0) || looksBefore < 0) {
      throw usage("Numbers of epochs and looks are not below 0.");
    }
    Backbone found =
        Backbone.ofId(backbone)
            .orElseThrow(() -> usage("--backbone: there is no " + backbone + "."));
    return new TrainRun(around)
        .run(
            new TrainRun.Wishes(
                source,
                name,
                found,
                weights,
                weightsLicence,
                recipe(),
                splits,
                classes,
                out,
                look,
                looksBefore,
                licences,
                limits));
  }

  private Recipe recipe() {
    Recipe chosen = Recipe.recommended();
    if (recipe != null) {
      chosen = chosen.with(recipe);
    }
    if (seed != null) {
      chosen = chosen.withSeed(seed);
    }
    return epochs == null ? chosen : chosen.withEpochs(chosen.headStage().epochs(), epochs);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
