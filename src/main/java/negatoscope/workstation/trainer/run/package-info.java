/**
 * The wizard's step in which the network learns: live figures and curves, and how it is held up or
 * ended.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.run.RunViewModel}, {@link
 * negatoscope.workstation.trainer.run.RunView}.
 *
 * <p>Threads: the view model lives on the JavaFX thread; the run has a runner of its own, whose
 * events are passed on to the JavaFX thread, not more often than that takes them.
 *
 * <pre>{@code
 * RunViewModel run = new RunViewModel(settings, this::plan, folders, desk, runners, window);
 * run.enter();          // starts
 * run.pause();
 * run.goOn();
 * run.stopAndKeepBest();
 * run.trainedProperty(); // the model, once it is there
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.run;

import org.jspecify.annotations.NullMarked;
