/**
 * What the wizard asks of whoever trains, and what it keeps on disk until a model is saved.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.desk.TrainingDesk} (the port), {@link
 * negatoscope.workstation.trainer.desk.EngineDesk} (with the real engine), {@link
 * negatoscope.workstation.trainer.desk.RunFolders} (trainings that were not finished).
 *
 * <p>File format: {@code plan.json} in a folder of {@code trainings/}, schema 1 ({@link
 * negatoscope.workstation.trainer.desk.Plan}), beside {@code recipe.json} and the model.
 *
 * <p>Threads: a desk works on the thread that calls it and tells events there; everything else may
 * be used from any thread.
 *
 * <pre>{@code
 * Estimate estimate = desk.measure(wish, progress, cancellation);
 * RunFolder folder = folders.make(plan, wish.recipe());
 * Trained trained = desk.train(wish, folder, moment -> show(moment), control);
 * library.adopt(trained.model().folder(), "mine");
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.desk;

import org.jspecify.annotations.NullMarked;
