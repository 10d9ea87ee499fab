package negatoscope.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program without a command's name: the same as {@code open}. */
@Command(
    name = "negatoscope",
    description = "Shows chest films and what a network sees in them. Research use only.",
    versionProvider = Version.class,
    footer = {
      "",
      "Exit codes: 0 all well, 1 a film failed or the run could not finish, 2 wrong usage,"
          + " 3 no model, engine or device."
    })
final class NegatoscopeCommand implements Callable<Integer> {
  private final Surroundings around;

  @SuppressWarnings("unused") // picocli fills it
  @Mixin
  private final GlobalOptions global;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description = "Films or folders to open; the sample studies if none is named.")
  private List<Path> paths = new ArrayList<>();

  NegatoscopeCommand(Surroundings around, GlobalOptions global) {
    this.around = around;
    this.global = global;
  }

  @Override
  public Integer call() {
    if (!paths.isEmpty() && isMistypedCommand(paths.get(0))) {
      throw new ParameterException(
          spec.commandLine(), "There is no command and no file \"" + paths.get(0) + "\".");
    }
    return new OpenRun(around).run(paths);
  }

  private static boolean isMistypedCommand(Path path) {
    return path.toString().matches("[A-Za-z]+") && Files.notExists(path);
  }
}
