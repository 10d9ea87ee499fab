package negatoscope.command.models;

import java.util.concurrent.Callable;
import negatoscope.command.surroundings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code models}: what is at hand. Each of its commands is a class of its own. */
@Command(name = "models", description = "The models at hand.")
public final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ModelsCommand() {}

  /** The command with all its commands. */
  public static CommandLine line(Surroundings around) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand(new ModelsListCommand(around))
        .addSubcommand(new ModelsShowCommand(around))
        .addSubcommand(new ModelsLayersCommand(around))
        .addSubcommand(new ModelsImportCommand(around))
        .addSubcommand(new ModelsExportCommand(around))
        .addSubcommand(new ModelsRenameCommand(around))
        .addSubcommand(new ModelsRemoveCommand(around))
        .addSubcommand(new ModelsRestoreCommand(around))
        .addSubcommand(new ModelsDefaultCommand(around))
        .addSubcommand(new ModelsThresholdsCommand(around))
        .addSubcommand(new WeightsCommand(around));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
