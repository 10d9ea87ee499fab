/**
 * The backbones without their tops, one file each, readable beside the Keras definition, layer
 * names letter for letter, and the {@link negatoscope.network.backbone.Layers} that they are
 * written with.
 *
 * <p>Threads: a graph is built by one thread.
 *
 * <pre>{@code
 * Operand<TFloat32> map = MobileNetV2.build(layers, scaledFilm, 224);
 * }</pre>
 */
@NullMarked
package negatoscope.network.backbone;

import org.jspecify.annotations.NullMarked;
