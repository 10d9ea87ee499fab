/**
 * How good a model is: its answers about films with labels, the figures that follow, and what it
 * still answers when the lungs are blacked out.
 *
 * <p>Main types: {@link negatoscope.training.judging.Answers} (what a served model says), {@link
 * negatoscope.training.judging.Probe} (a part of each film blacked out), {@link
 * negatoscope.training.judging.TestLook} (figures on test films, counted), {@link
 * negatoscope.training.judging.FigureJson}.
 *
 * <p>File format: {@code evaluation.json} beside a model ({@link
 * negatoscope.training.judging.EvaluationFile}).
 *
 * <p>Threads: whoever asks waits on its own thread; films are read on a small pool.
 *
 * <pre>{@code
 * Answers.Desk desk = new Answers.Desk(films, store, served, pool, ledger, cancellation);
 * Answers answers = desk.ask(split.test(), UnaryOperator.identity(), "Asking");
 * Figures figures = Figures.of(answers.predictions());
 * Model judged = new TestLook(desk, split.test()).look(model, looksBefore);
 * }</pre>
 */
@NullMarked
package negatoscope.training.judging;

import org.jspecify.annotations.NullMarked;
