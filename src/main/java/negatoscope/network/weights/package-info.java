/**
 * Weight files: Keras' HDF5 in every layout of theirs, in and out, and our own.
 *
 * <p>Main types: {@link negatoscope.network.weights.WeightFiles} reads any of them, {@link
 * negatoscope.network.weights.KerasHdf5Writer} writes one for Keras' {@code load_weights}, {@link
 * negatoscope.network.weights.WeightsFile} is our own, {@link
 * negatoscope.network.weights.OfficialWeights} says what Keras publishes.
 *
 * <p>What is read is complete: every tensor that the backbone has, in its shape, each once, and
 * nothing else but a head's. A file's names decide which tensor is which where they are the
 * backbone's own; otherwise the order does, as in Keras: by depth in the graph.
 *
 * <p>Threads: nothing is kept; any thread.
 *
 * <p>File format: {@code weights.bin}, described in {@link
 * negatoscope.network.weights.WeightsFile}.
 *
 * <pre>{@code
 * BackboneWeights start = WeightFiles.read(Path.of("vgg19_notop.h5"), Optional.of(Backbone.VGG19));
 * float[] kernel = start.weights().get("block1_conv1/kernel").values();
 * KerasHdf5Writer.write(start, Path.of("copy.h5"));
 * }</pre>
 */
@NullMarked
package negatoscope.network.weights;

import org.jspecify.annotations.NullMarked;
