/**
 * The network as TensorFlow operations: layers for training and for serving, heads, loss, RMSprop,
 * and the graph of a served network. Builds graphs and knows no session, file or device.
 *
 * <p>Main types: {@link negatoscope.network.graph.GraphLayers} (each layer as it is written),
 * {@link negatoscope.network.graph.ServingLayers} (normalisation folded in), {@link
 * negatoscope.network.graph.Head}, {@link negatoscope.network.graph.ServingGraph}, {@link
 * negatoscope.network.graph.TrainingVariables}, {@link negatoscope.network.graph.RmsProp}. Only
 * {@code negatoscope.network} uses it.
 *
 * <p>Threads: a graph is built by one thread.
 *
 * <pre>{@code
 * GraphLayers layers = new GraphLayers(tf, variables);
 * Operand<TFloat32> map =
 *     Architecture.features(spec.backbone(), layers, layers.scaled(film, spec.scaling()));
 * Head.Training head = Heads.on(map, spec, tf, variables).training(dropoutMask);
 * Operand<TFloat32> loss = CrossEntropy.of(tf, head.logits(), targets, sampleWeights);
 * }</pre>
 */
@NullMarked
package negatoscope.network.graph;

import org.jspecify.annotations.NullMarked;
