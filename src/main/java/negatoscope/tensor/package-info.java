/**
 * From a film to what the network sees: a square of grey values 0 to 255 that remembers where it
 * lies on the film.
 *
 * <p>Main types: {@link negatoscope.tensor.FilmTensor}, made by one code path for training,
 * classifying and screening; {@link negatoscope.tensor.TensorGeometry}, by which a heat map comes
 * back to film pixels exactly; {@link negatoscope.tensor.TensorOptions}, kept in a model's card;
 * {@link negatoscope.tensor.FilmChecks}, which tells blank, inverted and sideways films; {@link
 * negatoscope.tensor.FingerprintIndex}, which finds copies by their {@link
 * negatoscope.tensor.FilmFingerprint}s.
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * FilmTensor tensor = FilmTensor.of(film, TensorOptions.DEFAULT);
 * float[] input = tensor.values();
 * TensorGeometry geometry = tensor.geometry();
 * TensorGeometry.Area lookedAt = geometry.cell(column, row, map.columns(), map.rows());
 * double filmX = geometry.filmX(column + 0.5, map.columns());
 * }</pre>
 */
@NullMarked
package negatoscope.tensor;

import org.jspecify.annotations.NullMarked;
