package negatoscope.command.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import negatoscope.library.card.CardTraining;
import negatoscope.network.Backbone;
import negatoscope.network.TrainingPlan;
import negatoscope.network.backbone.FineTuning;
import negatoscope.task.Failure;
import negatoscope.training.recipe.Preset;
import negatoscope.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How it is trained: a preset, changed by a file, by fields, and by options of their own. */
final class RecipeOptions {
  @Option(
      names = "--preset",
      paramLabel = "recommended|published|paper",
      description =
          "Which recipe: what did best here, the settings of the code that came with the paper, or"
              + " those that the paper states.")
  private String preset = Preset.RECOMMENDED.id();

  @Option(
      names = "--head",
      paramLabel = "compact|published",
      description =
          "The network's second part: an LSTM and a dense layer, or what the paper's authors"
              + " released (LSTM frozen). The preset's if not given.")
  private @Nullable HeadKind head;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "A JSON file that changes fields of the preset.")
  private @Nullable Path recipe;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "Changes one field of the recipe, such as sampling.how=DRAWN or preparation.border=0.1;"
              + " may be given several times.")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the run; the preset's if none.")
  private @Nullable Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Epochs of the recipe's last stage: the whole network's or, where the backbone stays"
              + " frozen, the head's; the preset's if not given.")
  private @Nullable Integer epochs;

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

  /** {@code --head}. */
  private enum HeadKind {
    COMPACT,
    PUBLISHED
  }

  /**
   * The recipe for a backbone.
   *
   * @param line names the command in a failure
   * @throws ParameterException for what no recipe can have
   * @throws Failure for a file that is no recipe
   */
  Recipe recipe(Backbone backbone, CommandLine line) {
    Recipe chosen = preset(line).recipe(backbone);
    if (head == HeadKind.PUBLISHED && preset.equals(Preset.RECOMMENDED.id())) {
      chosen = chosen.withPublishedHead(backbone);
    } else if (head == HeadKind.COMPACT) {
      chosen = chosen.with(Map.of("head", Recipe.recommended(backbone).head()));
    }
    if (recipe != null) {
      chosen = chosen.with(recipe);
    }
    for (var field : fields.entrySet()) {
      try {
        chosen = chosen.with(nested(field.getKey(), field.getValue()));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            line, "--set %s=%s: %s.".formatted(field.getKey(), field.getValue(), e.getMessage()));
      }
    }
    return lengths(chosen, backbone, line);
  }

  private Preset preset(CommandLine line) {
    return Preset.of(preset)
        .orElseThrow(
            () ->
                new ParameterException(
                    line,
                    "--preset: one of %s, please."
                        .formatted(
                            Arrays.stream(Preset.values())
                                .map(Preset::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** {@code a.b=c} as a map within a map; texts become numbers where a number is wanted. */
  private static Map<String, ?> nested(String field, String value) {
    int dot = field.indexOf('.');
    return dot < 0
        ? Map.of(field, value)
        : Map.of(field.substring(0, dot), nested(field.substring(dot + 1), value));
  }

  private Recipe lengths(Recipe recipeSoFar, Backbone backbone, CommandLine line) {
    Recipe chosen = recipeSoFar;
    if (seed != null) {
      chosen = chosen.withSeed(seed);
    }
    if (epochs != null) {
      if (epochs < 0) {
        throw new ParameterException(line, "--epochs: a number of 0 at least, please.");
      }
      boolean headAlone = preset(line).recipe(backbone).wholeStage().epochs() == 0;
      chosen =
          headAlone
              ? chosen.withEpochs(epochs, 0)
              : chosen.withEpochs(chosen.headStage().epochs(), epochs);
    }
    if (side != null) {
      if (side < 1) {
        throw new ParameterException(line, "--side: a number above 0, please.");
      }
      chosen = withSide(chosen, side, line);
    }
    if (chosen.side() < backbone.leastSide()) {
      throw new ParameterException(
          line, "--side: %s needs %d at least.".formatted(backbone.title(), backbone.leastSide()));
    }
    return fineTune == null ? chosen : fineTuned(chosen, backbone, fineTune, line);
  }

  private static Recipe withSide(Recipe recipe, int side, CommandLine line) {
    try {
      return recipe.withSide(side);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, "--side: " + e.getMessage() + ".");
    }
  }

  private static Recipe fineTuned(Recipe recipe, Backbone backbone, String from, CommandLine line) {
    if (from.equals(CardTraining.BACKBONE_FROZEN)) {
      return recipe.withEpochs(recipe.headStage().epochs(), 0);
    }
    if (!from.equals(TrainingPlan.ALL)) {
      try {
        FineTuning.frozen(backbone, from);
      } catch (Failure e) {
        throw new ParameterException(line, "--fine-tune: " + e.getMessage());
      }
    }
    return recipe.withFineTuneFrom(from);
  }
}
