package negatoscope.command.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.dataset.FilmOptions;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.network.Backbone;
import negatoscope.training.TrainingPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
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

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The model's name.",
      showDefaultValue = Visibility.NEVER)
  private String name = "";

  @Option(
      names = "--backbone",
      paramLabel = "NAME[,NAME]|all",
      converter = BackboneChoice.Converter.class,
      description =
          "The network's first part: vgg19, densenet121, inception-v3, inception-resnet-v2 or"
              + " mobilenet-v2. The start weights' own, or mobilenet-v2, if not given. Several are"
              + " trained under the same split and compared.",
      showDefaultValue = Visibility.NEVER)
  private BackboneChoice backbones = BackboneChoice.NONE;

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

  @Mixin private RecipeOptions recipes = new RecipeOptions();

  @Mixin private SeriesOptions series = new SeriesOptions();

  @Option(
      names = "--classes",
      split = ",",
      paramLabel = "NAME",
      description = "The classes in the wanted order, separated by commas.",
      showDefaultValue = Visibility.NEVER)
  private List<String> classes = new ArrayList<>();

  @Option(
      names = "--resume",
      description =
          "Go on with a training that was interrupted, ordered by the same words; it ends as if it"
              + " had not been.")
  private boolean resume;

  @Option(
      names = "--finish",
      description = "With --resume: learn no more, make the model of the best epoch so far.")
  private boolean finish;

  @Option(names = "--out", paramLabel = "DIR", description = "The model's folder.")
  private @Nullable Path out;

  @Option(
      names = "--look",
      description = "Look at the test films once the weights are chosen, and count it.")
  private boolean look;

  @Option(
      names = "--looks-before",
      paramLabel = "N",
      description = "How often other models looked at these test films before.",
      showDefaultValue = Visibility.NEVER)
  private int looksBefore;

  @Option(
      names = "--licences",
      paramLabel = "FILE",
      description = "A text with the terms of weights and films, for LICENCES.txt.")
  private @Nullable Path licences;

  @Option(
      names = "--limit",
      paramLabel = "SENTENCE",
      description = "What the model must not be used for; may be given several times.",
      showDefaultValue = Visibility.NEVER)
  private List<String> limits = new ArrayList<>();

  @Mixin private CacheChoice cache = new CacheChoice();

  @Mixin private DeviceChoice device = new DeviceChoice();

  /** The command, which reaches what it is given. */
  public TrainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw usage("--name: letters, digits, points, hyphens and underscores, please.");
    }
    if (looksBefore < 0) {
      throw usage("The number of looks is not below 0.");
    }
    if (finish && !resume) {
      throw usage("--finish ends a training that was interrupted: add --resume.");
    }
    series.check(backbones.backbones().size(), spec.commandLine());
    if (series.asked(backbones.backbones().size())) {
      return several();
    }
    TrainingPlace place =
        new TrainingPlace(out == null ? around.workbench().home().models().resolve(name) : out);
    if (resume) {
      place.requireUnfinished();
    } else {
      place.requireFree();
    }
    return new TrainRun(around).run(wishes(backbones.first(), place.folder(), look));
  }

  private int several() {
    if (finish || look) {
      throw usage("--finish and --look are for a single training.");
    }
    Path folder = out == null ? around.workbench().home().series().resolve(name) : out;
    List<TrainRun.Wishes> wishes = new ArrayList<>();
    if (backbones.backbones().isEmpty()) {
      wishes.add(wishes(null, folder, false));
    }
    for (Backbone one : backbones.backbones()) {
      wishes.add(wishes(one, folder, false));
    }
    boolean kept = out == null && wishes.size() > 1;
    return new SeriesJob(around).run(wishes, series, folder, kept);
  }

  private TrainRun.Wishes wishes(@Nullable Backbone backbone, Path folder, boolean looked) {
    StartChoice.Start start =
        new StartChoice(around.workbench()).choose(weights, backbone, weightsLicence);
    return new TrainRun.Wishes(
        films.films(classes),
        name,
        start,
        recipes.recipe(start.backbone(), spec.commandLine()),
        folder,
        resume,
        finish,
        looked,
        looksBefore,
        licences,
        limits,
        cache.space(around.workbench().home(), spec.commandLine()),
        device.device());
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
