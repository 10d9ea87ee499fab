/**
 * A training while it runs: its stages, epoch by epoch, what is told of them, and how it is steered
 * from outside.
 *
 * <p>Main types: {@link negatoscope.training.run.TrainingWatcher} is told of {@link
 * negatoscope.training.run.TrainingMoment}s and {@link negatoscope.training.run.Epoch}s, {@link
 * negatoscope.training.run.TrainingControl} pauses, stops and cancels, {@link
 * negatoscope.training.run.StageRun} learns one stage by a {@link
 * negatoscope.training.run.Learner}, {@link negatoscope.training.run.StageState} is all that a
 * stage needs to go on after an interruption.
 *
 * <p>Whatever is drawn depends on the recipe's seed, the stage, the run, the epoch and the film
 * only, never on what was drawn before. A choice that depends on the past, such as a smaller
 * learning rate, must follow from the epochs so far.
 *
 * <p>Threads: a run belongs to one thread, on which the watcher is told; the control may be used
 * from any.
 *
 * <pre>{@code
 * TrainingControl control = new TrainingControl();
 * TrainingWatcher watcher = moment -> show(moment.line());
 * TrainedModel model = new Training(engine, intake::openFirst).run(order, watcher, control);
 * // meanwhile, elsewhere:
 * control.pause();
 * control.goOn();
 * control.stop();
 * }</pre>
 */
@NullMarked
package negatoscope.training.run;

import org.jspecify.annotations.NullMarked;
