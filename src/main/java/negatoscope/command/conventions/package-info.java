/**
 * What the commands do alike: their exit codes, the forms of results, the progress bar, and the
 * options and words that several take.
 *
 * <p>Main types: {@link negatoscope.command.conventions.Exit}, {@link
 * negatoscope.command.conventions.Format} with {@link negatoscope.command.conventions.FactWriter},
 * {@link negatoscope.command.conventions.ProgressBar}, {@link
 * negatoscope.command.conventions.DeviceChoice}, {@link
 * negatoscope.command.conventions.BackboneConverter}.
 *
 * <p>Threads: a progress bar may be told from any thread; the rest belongs to the command's.
 *
 * <pre>{@code
 * ProgressBar bar = new ProgressBar(console);
 * bar.report(3, 10, "film.dcm");
 * bar.clear();
 * new FactWriter(console.out()).write(Map.of("rows", 2048), Format.JSON);
 * return Exit.WELL;
 * }</pre>
 */
@NullMarked
package negatoscope.command.conventions;

import org.jspecify.annotations.NullMarked;
