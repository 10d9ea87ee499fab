/**
 * What a model says about a film: probabilities, heat maps, and when not to believe them.
 *
 * <p>Main types: {@link negatoscope.classification.Classifier} (the one door to the engine), {@link
 * negatoscope.classification.EngineClassifier} (the one that runs a model), {@link
 * negatoscope.classification.Classification} (its answer), {@link
 * negatoscope.classification.EmbeddingGate} and {@link negatoscope.classification.GateFit} (films
 * unlike the training films).
 *
 * <p>Threads: a classifier may be used from any thread. The tensor is made on the calling thread; a
 * classifier's engine threads, one or, with a settled batch size, two, run the network and complete
 * the answers, so what is hung on an answer must be short or go elsewhere.
 *
 * <pre>{@code
 * Model model = library.bundled();
 * try (Classifier classifier = EngineClassifier.open(model, engine, Device.AUTO)) {
 *   Classification answer =
 *       classifier.classify(film, Set.of(CamMethod.GRADCAM), new Cancellation()).join();
 *   show(answer.topClass(), answer.probabilities(), answer.warnings());
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.classification;

import org.jspecify.annotations.NullMarked;
