/**
 * What a data set holds before a model is trained on it: {@code dataset}.
 *
 * <p>Main types: {@link negatoscope.command.dataset.DataSetCommand} and {@link
 * negatoscope.command.dataset.ReportText}.
 *
 * <p>Threads: the command's; films are read on the scan's own pool.
 *
 * <pre>{@code
 * negatoscope dataset films
 * negatoscope dataset films/films.csv --format json
 * negatoscope dataset films --patients "person(\d+)_" --seed 7
 * }</pre>
 */
@NullMarked
package negatoscope.command.dataset;

import org.jspecify.annotations.NullMarked;
