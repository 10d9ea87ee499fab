/**
 * Models on disk and their cards: the one that comes with the program, and those trained or
 * imported here; and the weights that a training starts from.
 *
 * <p>Main types: {@link negatoscope.library.Library} finds, imports, exports, renames and removes
 * models and knows the default one, {@link negatoscope.library.Model} is one folder, {@link
 * negatoscope.library.card.ModelCard} says what it is, {@link negatoscope.library.Home} where the
 * program's own files lie, {@link negatoscope.library.WeightStore} keeps the weights that a
 * training starts from.
 *
 * <p>Threads: everything here may be used from any thread.
 *
 * <p>File format: {@code library.json}, schema 1, names the default model; {@code weights.json},
 * schema 1, beside a stored weight file says what {@link negatoscope.library.StoredWeights} does;
 * {@code card.json} is that of {@link negatoscope.library.card}.
 *
 * <pre>{@code
 * Library library = new Library(Home.ofSystem());
 * for (ModelCard card : library.list().cards()) {
 *   show(card.name(), card.id());
 * }
 * Model model = library.find("mobilenet-v2-films");
 * ServingModel served = engine.open(model.folder(), Device.AUTO);
 * }</pre>
 */
@NullMarked
package negatoscope.library;

import org.jspecify.annotations.NullMarked;
