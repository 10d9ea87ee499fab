/**
 * Several trainings for one answer: folds, collections left out, backbones beside each other, films
 * without lungs; and the report of the whole.
 *
 * <p>Main types: {@link negatoscope.training.series.SeriesPlan} (what is trained), {@link
 * negatoscope.training.series.SeriesRun} (trains and judges), {@link
 * negatoscope.training.series.SeriesResult} (what came of it), {@link
 * negatoscope.training.series.SeriesFolder} (writes it).
 *
 * <p>File format: the folder of {@link negatoscope.training.series.SeriesFolder}. A member whose
 * model is there is not trained again; one that was interrupted goes on from its checkpoint.
 *
 * <p>Threads: a run belongs to its caller's thread, on which its listener is told. Results are
 * plain values.
 *
 * <pre>{@code
 * SeriesPlan plan = SeriesPlan.folds("mine", films, groups, new Folds.Drawn(5), By.PATIENT, seed, orders);
 * SeriesRun run = new SeriesRun(trainer, opener, intake::openFirst, listener);
 * SeriesResult result = run.run(plan, progress, cancellation);
 * SeriesFolder.write(out, result);
 * }</pre>
 */
@NullMarked
package negatoscope.training.series;

import org.jspecify.annotations.NullMarked;
