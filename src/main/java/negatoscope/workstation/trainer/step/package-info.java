/**
 * What every step of the wizard shares: what it is without a view, and the small parts that views
 * are made of.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.step.Step} (a step without its view),
 * {@link negatoscope.workstation.trainer.step.StepView} (its view), {@link
 * negatoscope.workstation.trainer.step.Latest} (a question of which only the latest answer counts).
 *
 * <p>Threads: all of it lives on the JavaFX thread; work goes to the runners handed in.
 *
 * <pre>{@code
 * Latest<String> check = new Latest<>(runner, "Looking at the folder", this::take);
 * check.ask((progress, cancellation) -> troubleOf(folder));
 * step.reasonProperty(); // why one cannot go on
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.step;

import org.jspecify.annotations.NullMarked;
