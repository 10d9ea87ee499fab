/**
 * The backbones without their tops, one file each, readable beside the Keras definition, layer
 * names letter for letter, and the {@link negatoscope.network.backbone.Layers} that they are
 * written with.
 *
 * <p>Main types: {@link negatoscope.network.backbone.Architecture} (a backbone by its name), {@link
 * negatoscope.network.backbone.Layers}, {@link negatoscope.network.backbone.Layer} (what one layer
 * is, without TensorFlow), {@link negatoscope.network.backbone.Blocks}, {@link
 * negatoscope.network.backbone.FineTuning} (what stays frozen below a layer or block).
 *
 * <p>Threads: a graph is built by one thread.
 *
 * <pre>{@code
 * Operand<TFloat32> map = Architecture.features(Backbone.VGG19, layers, scaledFilm);
 * List<Layer> layers = Architecture.layers(Backbone.VGG19, 224);
 * }</pre>
 */
@NullMarked
package negatoscope.network.backbone;

import org.jspecify.annotations.NullMarked;
