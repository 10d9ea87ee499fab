/**
 * How good a model is, as a report: {@code evaluate}.
 *
 * <p>Main types: {@link negatoscope.command.evaluate.EvaluateCommand}.
 *
 * <p>Threads: the command's; films are read on a small pool, the network runs on the classifier's
 * engine thread.
 *
 * <p>File format: the folder of {@link negatoscope.training.report.ReportFolder}.
 *
 * <pre>{@code
 * negatoscope evaluate films/films.csv --model mine --out report
 * negatoscope evaluate films --model mine --against mobilenet-v2-films --out compared
 * }</pre>
 */
@NullMarked
package negatoscope.command.evaluate;

import org.jspecify.annotations.NullMarked;
