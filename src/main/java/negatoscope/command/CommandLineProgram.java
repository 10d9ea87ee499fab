package negatoscope.command;

import negatoscope.command.classify.ClassifyCommand;
import negatoscope.command.conventions.BackboneConverter;
import negatoscope.command.dataset.DataSetCommand;
import negatoscope.command.doctor.DoctorCommand;
import negatoscope.command.evaluate.EvaluateCommand;
import negatoscope.command.film.InfoCommand;
import negatoscope.command.film.RenderCommand;
import negatoscope.command.models.ModelsCommand;
import negatoscope.command.screen.ScreenCommand;
import negatoscope.command.surroundings.Console;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.train.LookCommand;
import negatoscope.command.train.TrainCommand;
import negatoscope.network.Backbone;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program as it is called from a terminal: parses, runs one command, gives its exit code. */
public final class CommandLineProgram {
  private final Surroundings around;

  /** A program that reaches what it is given, and nothing else. */
  public CommandLineProgram(Surroundings around) {
    this.around = around;
  }

  /**
   * Runs one command.
   *
   * @return the exit code: 0 all well, 1 failed, 2 wrong usage, 3 no model, engine or device
   */
  public int run(String... arguments) {
    GlobalOptions global = new GlobalOptions();
    Console console = around.console();
    FailureHandler failures = new FailureHandler(console, global);
    Ansi colours = console.errTerminal() ? Ansi.ON : Ansi.OFF;
    CommandLine line =
        new CommandLine(new NegatoscopeCommand(around, global))
            .addSubcommand(new OpenCommand(around))
            .addSubcommand(new ClassifyCommand(around))
            .addSubcommand(new ScreenCommand(around))
            .addSubcommand(new RenderCommand(around))
            .addSubcommand(new InfoCommand(around))
            .addSubcommand(ModelsCommand.line(around))
            .addSubcommand(new DataSetCommand(around))
            .addSubcommand(new TrainCommand(around))
            .addSubcommand(new LookCommand(around))
            .addSubcommand(new EvaluateCommand(around))
            .addSubcommand(new DoctorCommand(around))
            .setOut(console.out())
            .setErr(console.err())
            .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
            .registerConverter(Backbone.class, new BackboneConverter())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(false)
            .setParameterExceptionHandler(new UsageHandler())
            .setExecutionExceptionHandler(failures);
    int exit;
    try {
      exit = line.execute(arguments);
    } catch (LinkageError | VirtualMachineError e) {
      exit = failures.report(e);
    }
    console.out().flush();
    console.err().flush();
    return exit;
  }
}
