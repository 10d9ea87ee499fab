package negatoscope.command.screen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Version;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningOrder.Start;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code screen}: a work list of all films in a folder. */
@Command(
    name = "screen",
    description = {
      "Screen a folder of films: a work list sorted by urgency and waiting, heat maps, and what was"
          + " refused and why. Research use only.",
      "The folder DIR then holds report.html, worklist.csv, worklist.json, heatmaps/, with --dicom"
          + " dicom/, and the journal screening.db, by which a run that was broken off is gone on"
          + " with."
    },
    footer = {
      "",
      "Exit codes: 0 the list is made, whatever the films are; 1 the run could not finish; 2 wrong"
          + " usage; 3 no model, engine or device."
    },
    showDefaultValues = true)
public final class ScreenCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER",
      description = "Where the films are: a folder, a ZIP archive or a DICOMDIR.",
      showDefaultValue = Visibility.NEVER)
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the work list goes.",
      showDefaultValue = Visibility.NEVER)
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER",
      description = "Which model answers; the default one if none is named.")
  private @Nullable String model;

  @Option(
      names = "--with",
      paramLabel = "NAME|FOLDER",
      description =
          "A second model: whether the two agree stands in the list, and films on which they do"
              + " not come before others that are not overdue.")
  private @Nullable String with;

  /** What is done about a screening that is there already; one of them at most. */
  private static final class Again {
    @ArgGroup(exclusive = false)
    private GoingOn goingOn = new GoingOn();

    @Option(
        names = "--restart",
        description = "Start anew; the journal in DIR is kept under another name.")
    private boolean restart;

    Start start() {
      if (goingOn.resume) {
        return goingOn.rescreenChanged ? Start.RESCREEN : Start.RESUME;
      }
      return restart ? Start.RESTART : Start.NEW;
    }
  }

  /** How a screening is gone on with. */
  private static final class GoingOn {
    @Option(
        names = "--resume",
        required = true,
        description = "Go on with the screening in DIR; files that changed are an error.")
    private boolean resume;

    @Option(
        names = "--rescreen-changed",
        description = "With --resume: files that changed since are screened again.")
    private boolean rescreenChanged;
  }

  @ArgGroup private Again again = new Again();

  @Option(names = "--no-heatmaps", description = "Make no pictures of where the network looked.")
  private boolean noHeatMaps;

  @Option(
      names = "--dicom",
      description =
          "Make DICOM objects of every film that was answered, in dicom/: a Secondary Capture of"
              + " its heat map and a structured report; of a film that is not DICOM a copy too.")
  private boolean dicom;

  @Option(
      names = "--overdue",
      paramLabel = "HOURS",
      description =
          "A film that has waited longer comes first, whatever the network says; waiting since"
              + " Acquisition Date and Time, else the file's time.")
  private double overdue = 4;

  @Option(
      names = "--watch",
      description =
          "Go on with films that come into the folder, until the program is stopped; half-written"
              + " files are waited for.")
  private boolean watch;

  @Mixin private DeviceChoice device = new DeviceChoice();

  /** The command, which reaches what it is given. */
  public ScreenCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!(overdue >= 0 && overdue <= 1e6)) {
      throw new ParameterException(spec.commandLine(), "--overdue is a number of hours from 0 on.");
    }
    if (with != null && with.equals(model)) {
      throw new ParameterException(spec.commandLine(), "--with names the same model.");
    }
    if (watch && !Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "--watch needs a folder.");
    }
    ScreeningOrder order =
        new ScreeningOrder(
            folder,
            out,
            again.start(),
            !noHeatMaps,
            dicom
                ? Optional.of(
                    new ScreeningOrder.Dicom(
                        around.workbench().dicom().preferred(), Version.ofProgram()))
                : Optional.empty(),
            Duration.ofSeconds(Math.round(overdue * 3600)));
    return new ScreenJob(around, Optional.ofNullable(model), Optional.ofNullable(with))
        .run(watch ? order.watching() : order, device.device());
  }
}
