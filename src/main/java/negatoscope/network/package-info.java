/**
 * The CNN-RNN as a TensorFlow graph: backbones, heads, loss, RMSprop, explanations, weights,
 * export, and the native runtime.
 *
 * <p>Main types: {@link negatoscope.network.Engine} (made by {@link
 * negatoscope.network.TensorFlowEngine}), {@link negatoscope.network.ServingModel}, {@link
 * negatoscope.network.TrainingNetwork}, {@link negatoscope.network.Weights}. Backbones lie in
 * {@code negatoscope.network.backbone}, one file each, readable beside the Keras definition; weight
 * files are read in {@code negatoscope.network.weights}.
 *
 * <p>Threads: an {@link negatoscope.network.Engine} may be shared; a {@link
 * negatoscope.network.ServingModel} or {@link negatoscope.network.TrainingNetwork} is used by one
 * thread at a time.
 *
 * <p>File format: a TensorFlow SavedModel with one file, {@code saved_model.pb}, tag {@code serve},
 * weights as constants. Input {@code film} float32 [N, side, side, 1], 0 to 255. Signature {@code
 * serving_default}: {@code logits}, {@code probabilities} (softmax of logits / temperature), {@code
 * embedding}. Signature {@code explain}: the same and {@code gradcam}, {@code hirescam} [N, K, h,
 * w].
 *
 * <pre>{@code
 * Engine engine = TensorFlowEngine.start(home.natives());
 * try (ServingModel model = engine.open(folder, Device.AUTO)) {
 *   NetworkAnswer answer = model.run(tensor, 1, Set.of(CamMethod.GRADCAM));
 *   float[] probabilities = answer.probabilities()[0];
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.network;

import org.jspecify.annotations.NullMarked;
