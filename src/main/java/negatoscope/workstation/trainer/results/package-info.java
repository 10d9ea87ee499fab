/**
 * The wizard's last steps: how good the model is, and its name.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.results.ResultsViewModel}, {@link
 * negatoscope.workstation.trainer.results.Results} (the figures), {@link
 * negatoscope.workstation.trainer.results.NameViewModel} (takes the model into the library).
 *
 * <p>Threads: view models live on the JavaFX thread; figures are computed and files copied on the
 * runners handed in.
 *
 * <pre>{@code
 * Results results = Results.of(trained);
 * results.films(truth, said);                    // of a cell of the confusion matrix
 * model.thresholds().pointProperty().set(7);     // along the curve of the validation films
 * name.save(folder, model.thresholds().changed());
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.results;

import org.jspecify.annotations.NullMarked;
