/**
 * A served network's file: a SavedModel of one {@code saved_model.pb}, weights as constants.
 *
 * <p>Main types: {@link negatoscope.network.savedmodel.SavedModelWriter} writes the constants
 * straight from the weights; {@link negatoscope.network.savedmodel.StoredModel} opens the file with
 * its large constants as variables that are filled from it, so that TensorFlow holds each once. A
 * file is at most 2 GiB, as protocol buffers are.
 *
 * <p>Threads: none of their own; a {@code StoredModel} is opened and closed by one; its session may
 * be run by many.
 *
 * <pre>{@code
 * StoredModel model = StoredModel.open(folder, configuration);
 * model.session().runner().feed("film", film).fetch("logits").run();
 * model.closing().run();
 * }</pre>
 */
@NullMarked
package negatoscope.network.savedmodel;

import org.jspecify.annotations.NullMarked;
