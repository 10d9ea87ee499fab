package negatoscope.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.classification.HeatMapSheets;
import negatoscope.command.classify.ClassChoice;
import negatoscope.command.classify.ClassifyJob;
import negatoscope.command.classify.HeatMapChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** The main job: the window on some films, or, where there is no display, their table. */
final class OpenRun {
  private final Surroundings around;

  OpenRun(Surroundings around) {
    this.around = around;
  }

  int run(List<Path> named) {
    Path samples = around.app().sampleStudies();
    List<Path> paths = named.isEmpty() ? List.of(samples) : named;
    Optional<String> missing = around.desktop().missing();
    if (missing.isEmpty()) {
      around.desktop().open(named.isEmpty() && Files.notExists(samples) ? List.of() : paths);
      return Exit.WELL;
    }
    if (named.isEmpty() && Files.notExists(samples)) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          "The sample studies are not in " + around.app().root().toAbsolutePath() + ".",
          "Name films or folders to classify.");
    }
    around
        .console()
        .err()
        .printf(
            "No window can be opened: %s. %s classified here instead.%n",
            missing.get(), named.isEmpty() ? "The sample studies are" : "The films are");
    HeatMapChoice pictures =
        new HeatMapChoice(
            around.app().heatMaps(around.workbench().home().cache()),
            CamMethod.GRADCAM,
            new ClassChoice("top"),
            HeatMapSheets.OPACITY);
    return new ClassifyJob(
            around,
            List.of(),
            Device.AUTO,
            Optional.of(pictures),
            Optional.empty(),
            Optional.empty())
        .run(paths, Format.TEXT);
  }
}
