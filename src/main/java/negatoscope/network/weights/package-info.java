/**
 * Weight files from elsewhere: Keras' HDF5.
 *
 * <p>Threads: nothing is kept; any thread.
 *
 * <pre>{@code
 * Weights start = KerasHdf5.read(Path.of("mobilenet_v2_notop.h5"));
 * float[] kernel = start.get("Conv1/kernel").values();
 * }</pre>
 */
@NullMarked
package negatoscope.network.weights;

import org.jspecify.annotations.NullMarked;
