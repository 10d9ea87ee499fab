package negatoscope.command;

import java.util.concurrent.CancellationException;
import negatoscope.command.conventions.Exit;
import negatoscope.command.surroundings.Console;
import negatoscope.task.Failure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where a failed command becomes a line on standard error and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {
  private final Console console;
  private final GlobalOptions global;

  FailureHandler(Console console, GlobalOptions global) {
    this.console = console;
    this.global = global;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine commandLine, ParseResult parseResult) {
    return report(problem);
  }

  /** Says what happened and gives the exit code. */
  int report(Throwable problem) {
    if (problem instanceof CancellationException) {
      console.err().println("Stopped.");
      return Exit.FAILED;
    }
    Failure failure = Failure.of(problem);
    LoggerFactory.getLogger(FailureHandler.class).info("{} failed", failure.code(), problem);
    console.err().println(failure.code() + ": " + failure.getMessage());
    if (global.debug()) {
      problem.printStackTrace(console.err());
    }
    return Exit.of(failure);
  }
}
