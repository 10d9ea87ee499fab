/**
 * The pixels of a data set on their way into the network: read ahead on a small pool, varied,
 * batched; features of the frozen part, and squares to vary films from, kept on disk ({@code
 * training.cache}).
 *
 * <p>Main types: {@link negatoscope.training.films.FilmStore} (exact tensors), {@link
 * negatoscope.training.films.SquareFilm} and {@link negatoscope.training.films.Augmentation}
 * (varied ones), {@link negatoscope.training.films.Batches}, {@link
 * negatoscope.training.films.FeatureCache} and {@link negatoscope.training.films.SquareFilms} (on
 * disk); {@link negatoscope.training.films.Seeds} (drawn numbers that depend on the seed alone) and
 * {@link negatoscope.training.films.Ledger} (how far a run is).
 *
 * <p>Threads: {@code FilmStore}, {@code SquareFilm} and a finished {@code FeatureCache} may be
 * shared; {@code Batches}, {@code Ahead} and {@code Ledger} belong to the thread of the run.
 *
 * <pre>{@code
 * FilmStore store = new FilmStore(films, TensorOptions.DEFAULT, intake::openFirst, keep);
 * try (Batches batches = store.batches(rows, 8, pool, cancellation)) {
 *   while (batches.count() > 0) {
 *     int count = batches.count();
 *     float[] inputs = batches.next();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.training.films;

import org.jspecify.annotations.NullMarked;
