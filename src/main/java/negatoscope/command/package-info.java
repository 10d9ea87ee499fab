/**
 * The command line: every command is its options and one {@code call()}; the work sits in classes
 * beside it that know no parser ({@link negatoscope.command.ClassifyRun}, {@link
 * negatoscope.command.Doctor}).
 *
 * <p>Main types: {@link negatoscope.command.CommandLineProgram} parses and runs; {@link
 * negatoscope.command.Workbench} lazily makes what is heavy; {@link negatoscope.command.Console} is
 * where results (standard output) and talk (standard error) go; {@link negatoscope.command.Desktop}
 * opens the window. Whatever fails arrives as a {@link negatoscope.task.Failure} at one handler,
 * which prints one line and chooses the exit code ({@link negatoscope.command.Exit}).
 *
 * <p>Threads: a command runs on the calling thread.
 *
 * <pre>{@code
 * try (SystemWorkbench workbench = new SystemWorkbench(Home.ofSystem())) {
 *   Surroundings around = new Surroundings(workbench, Console.ofProcess(), desktop, app);
 *   int exit = new CommandLineProgram(around).run("classify", "film.dcm", "--format", "json");
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.command;

import org.jspecify.annotations.NullMarked;
