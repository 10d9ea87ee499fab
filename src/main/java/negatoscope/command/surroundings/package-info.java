/**
 * All that a command may reach; it is handed to each of them and replaced in tests.
 *
 * <p>Main types: {@link negatoscope.command.surroundings.Surroundings} holds the others; {@link
 * negatoscope.command.surroundings.Workbench} makes what is heavy when it is first asked for,
 * {@link negatoscope.command.surroundings.SystemWorkbench} of this machine; {@link
 * negatoscope.command.surroundings.Console} is where results (standard output) and talk (standard
 * error) go; {@link negatoscope.command.surroundings.Desktop} opens the window.
 *
 * <p>Threads: a workbench may be used from any thread, a console from the command's.
 *
 * <pre>{@code
 * Surroundings around = new Surroundings(workbench, Console.ofProcess(), desktop, app);
 * Library library = around.workbench().library();
 * around.console().out().println(library.defaultName());
 * }</pre>
 */
@NullMarked
package negatoscope.command.surroundings;

import org.jspecify.annotations.NullMarked;
