/**
 * The CNN-RNN as a TensorFlow graph: backbones, heads, loss, RMSprop, explanations, weights,
 * export, and the native runtime.
 */
@NullMarked
package negatoscope.network;

import org.jspecify.annotations.NullMarked;
