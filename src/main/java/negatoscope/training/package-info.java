/**
 * From a folder of films to a model: what is learned from, how, and how good it is.
 *
 * <p>Main types: {@link negatoscope.training.DataSet} and {@link negatoscope.training.Split} (which
 * films).
 *
 * <p>Threads: a run belongs to the thread that starts it, which alone talks to the engine; films
 * are read and batches made on a small pool of its own, which ends with the run.
 *
 * <pre>{@code
 * DataSet films = DataSet.scan(Path.of("films"), DataSet.Options.NONE, intake::films);
 * Split split = Split.of(films, seed);
 * TrainedModel model =
 *     new Training(engine, intake::openFirst, folder)
 *         .run(films, split, Recipe.recommended(), start, progress, cancellation);
 * }</pre>
 */
@NullMarked
package negatoscope.training;

import org.jspecify.annotations.NullMarked;
