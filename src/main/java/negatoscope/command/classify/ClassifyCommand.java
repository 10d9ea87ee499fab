package negatoscope.command.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.classification.HeatMapSheets;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.network.CamMethod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code classify}: a table or JSON lines for films and folders. */
@Command(
    name = "classify",
    description = "Say what the network sees in films. Research use only.",
    showDefaultValues = true)
public final class ClassifyCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Films, or folders, ZIP archives and DICOMDIRs whose films are taken in the order of"
              + " their paths.",
      showDefaultValue = Visibility.NEVER)
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER",
      description =
          "Which model answers; the default one if none is named. Give it several times to ask"
              + " several models and see where they disagree.",
      showDefaultValue = Visibility.NEVER)
  private List<String> models = new ArrayList<>();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the results.")
  private Format format = Format.TEXT;

  @Option(
      names = "--heatmaps",
      paramLabel = "DIR",
      description = "Write a picture of where the network looked for every film.")
  private @Nullable Path heatMaps;

  @Option(
      names = "--tensors",
      paramLabel = "DIR",
      description = "Write every film as the network sees it, for other programs: a .npy file.")
  private @Nullable Path tensors;

  @Option(
      names = "--method",
      paramLabel = "gradcam|hirescam",
      description = "How heat maps are made.")
  private CamMethod method = CamMethod.GRADCAM;

  @Option(
      names = "--class",
      paramLabel = "NAME|top|all",
      description = "Of which class heat maps are drawn and checked.")
  private String className = "top";

  @Option(
      names = "--check-heatmaps",
      description =
          "Say of the heat maps of every method how far to believe them: whether the answer depends"
              + " on the places they show, and whether they change with randomised weights. Takes"
              + " many times as long as classifying.")
  private boolean check;

  @Option(names = "--opacity", paramLabel = "0..1", description = "Opacity of the heat map.")
  private double opacity = HeatMapSheets.OPACITY;

  @Mixin private DeviceChoice device = new DeviceChoice();

  /** The command, which reaches what it is given. */
  public ClassifyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw usage("--opacity goes from 0 to 1.");
    }
    if (new HashSet<>(models).size() < models.size()) {
      throw usage("--model names the same model twice.");
    }
    Optional<HeatMapChoice> pictures =
        Optional.ofNullable(heatMaps)
            .map(folder -> new HeatMapChoice(folder, method, new ClassChoice(className), opacity));
    Optional<ClassChoice> checked =
        check ? Optional.of(new ClassChoice(className)) : Optional.empty();
    try {
      return new ClassifyJob(
              around, models, device.device(), pictures, checked, Optional.ofNullable(tensors))
          .run(paths, format);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
