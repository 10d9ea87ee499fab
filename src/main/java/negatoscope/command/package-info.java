/**
 * The command line. Here lie the program as a whole and its main job, the window; each of its
 * commands has a subpackage: options and one {@code call()}, and beside them the work, in classes
 * that know no parser ({@link negatoscope.command.classify.ClassifyRun}, {@link
 * negatoscope.command.train.TrainRun}).
 *
 * <p>Main type: {@link negatoscope.command.CommandLineProgram} parses and runs. Whatever fails
 * arrives as a {@link negatoscope.task.Failure} at one handler, which prints one line and chooses
 * the exit code ({@link negatoscope.command.conventions.Exit}).
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
