package negatoscope.command.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.dataset.FilmOptions;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.card.CardTraining;
import negatoscope.network.Backbone;
import negatoscope.network.TrainingPlan;
import negatoscope.network.backbone.FineTuning;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: a model from a folder per class, or from a table. */
@Command(
    name = "train",
    description = "Train a model on films with labels. Research use only.",
    showDefaultValues = true)
public final class TrainCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FilmOptions films = new FilmOptions();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The model's name.")
  private String name = "";

  @Option(
      names = "--backbone",
      paramLabel = "NAME",
      description =
          "The network's first part: vgg19, densenet121, inception-v3, inception-resnet-v2 or"
              + " mobilenet-v2. The start weights' own, or mobilenet-v2, if not given.")
  private @Nullable Backbone backbone;

  @Option(
      names = "--head",
      paramLabel = "compact|published",
      description =
          "The network's second part: an LSTM and a dense layer, or what the paper's authors"
              + " released (LSTM frozen).")
  private HeadKind head = HeadKind.COMPACT;

  @Option(
      names = "--side",
      paramLabel = "N",
      description =
          "Columns and rows of the network's input; the recipe's if not given: 288 for"
              + " mobilenet-v2, 224 for the others. The least is 75 for inception-v3 and"
              + " inception-resnet-v2, 32 for the others.")
  private @Nullable Integer side;

  @Option(
      names = "--fine-tune",
      paramLabel = "FROM",
      description =
          "The first layer or block of the backbone that learns (models layers lists them), all,"
              + " or none; the recipe's if not given.")
  private @Nullable String fineTune;

  @Option(
      names = "--weights",
      paramLabel = "FILE|MODEL|NAME|official|drawn",
      description =
          "Start from a file (Keras .h5, or weights.bin), from a model that was trained here, from"
              + " stored weights (models weights), or from drawn ones. If not given: the stored"
              + " weights of the backbone, and drawn ones where there are none.")
  private @Nullable String weights;

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

  @Mixin private DeviceChoice device = new DeviceChoice();

  /** {@code --head}. */
  private enum HeadKind {
    COMPACT,
    PUBLISHED
  }

  /** The command, which reaches what it is given. */
  public TrainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!preset.equals("recommended")) {
      throw usage("--preset: only recommended is at hand.");
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw usage("--name: letters, digits, points, hyphens and underscores, please.");
    }
    if ((epochs != null && epochs < 0) || looksBefore < 0) {
      throw usage("Numbers of epochs and looks are not below 0.");
    }
    StartChoice.Start start =
        new StartChoice(around.workbench()).choose(weights, backbone, weightsLicence);
    return new TrainRun(around)
        .run(
            new TrainRun.Wishes(
                films.films(classes),
                name,
                start,
                recipe(start.backbone()),
                out,
                look,
                looksBefore,
                licences,
                limits,
                device.device()));
  }

  private Recipe recipe(Backbone chosenBackbone) {
    Recipe chosen = Recipe.recommended(chosenBackbone);
    if (head == HeadKind.PUBLISHED) {
      chosen = chosen.withPublishedHead(chosenBackbone);
    }
    if (recipe != null) {
      chosen = chosen.with(recipe);
    }
    if (seed != null) {
      chosen = chosen.withSeed(seed);
    }
    if (epochs != null) {
      chosen = chosen.withEpochs(chosen.headStage().epochs(), epochs);
    }
    if (side != null) {
      if (side < 1) {
        throw usage("--side: a number above 0, please.");
      }
      chosen = chosen.withSide(side);
    }
    if (chosen.side() < chosenBackbone.leastSide()) {
      throw usage(
          "--side: %s needs %d at least."
              .formatted(chosenBackbone.title(), chosenBackbone.leastSide()));
    }
    return fineTune == null ? chosen : fineTuned(chosen, chosenBackbone, fineTune);
  }

  private Recipe fineTuned(Recipe chosen, Backbone chosenBackbone, String from) {
    if (from.equals(CardTraining.BACKBONE_FROZEN)) {
      return chosen.withEpochs(chosen.headStage().epochs(), 0);
    }
    if (!from.equals(TrainingPlan.ALL)) {
      try {
        FineTuning.frozen(chosenBackbone, from);
      } catch (Failure e) {
        throw usage("--fine-tune: " + e.getMessage());
      }
    }
    return chosen.withFineTuneFrom(from);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
