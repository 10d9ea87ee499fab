/**
 * A work list of all films in a folder: {@code screen}.
 *
 * <p>Main types: {@link negatoscope.command.screen.ScreenCommand} holds the options, and hands them
 * to {@link negatoscope.screening.Screening}.
 *
 * <p>Threads: the command's; films are read on a small pool, models answer on engine threads.
 *
 * <p>File format: the output folder of {@link negatoscope.screening}; the names of both lists go to
 * standard output.
 *
 * <pre>{@code
 * negatoscope screen films --out list
 * negatoscope screen films --out list --resume
 * negatoscope screen films --out list --restart --with other-model --overdue 2
 * }</pre>
 */
@NullMarked
package negatoscope.command.screen;

import org.jspecify.annotations.NullMarked;
