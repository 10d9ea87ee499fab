/**
 * {@code train}: a model from films with labels; and {@code look}, which judges a finished one on
 * the test films.
 *
 * <p>Main types: {@link negatoscope.command.train.TrainCommand} makes a recipe of its options,
 * {@link negatoscope.command.train.StartChoice} finds the weights to start from, {@link
 * negatoscope.command.train.TrainRun} trains and says what came of it.
 *
 * <p>Threads: the command's.
 *
 * <pre>{@code
 * negatoscope train films/films.csv --name mine --backbone densenet121 --weights official
 * }</pre>
 */
@NullMarked
package negatoscope.command.train;

import org.jspecify.annotations.NullMarked;
