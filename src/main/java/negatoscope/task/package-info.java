/**
 * What every long piece of work shares: progress, cancellation, a runner, and the one family of
 * failures.
 *
 * <p>Main types: {@link negatoscope.task.Failure} (a stable code, one sentence, what to do), {@link
 * negatoscope.task.Progress}, {@link negatoscope.task.Cancellation}, {@link
 * negatoscope.task.TaskRunner}; {@link negatoscope.task.AtomicFiles} (files written in one step)
 * and {@link negatoscope.task.LimitedChannel} (files that may lie about their size).
 *
 * <p>Threads: everything here may be used from any thread.
 *
 * <pre>{@code
 * runner.run("Reading the folder", (progress, cancellation) -> {
 *   for (int i = 0; i < files.size(); i++) {
 *     cancellation.check();
 *     progress.report(i, files.size(), files.get(i).toString());
 *   }
 *   return files.size();
 * }, outcome -> show(outcome));
 * }</pre>
 */
@NullMarked
package negatoscope.task;

import org.jspecify.annotations.NullMarked;
