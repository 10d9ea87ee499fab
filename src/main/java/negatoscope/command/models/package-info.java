/**
 * {@code models}: models and start weights listed, shown, taken in, given out, renamed, removed.
 *
 * <p>Main types: {@link negatoscope.command.models.ModelsCommand} enumerates its commands, a class
 * each; the work is done by {@link negatoscope.command.models.ModelShelf} (reads), {@link
 * negatoscope.command.models.ModelKeeper} (changes) and {@link
 * negatoscope.command.models.WeightShelf} (weights).
 *
 * <p>Threads: the command's.
 *
 * <pre>{@code
 * negatoscope models list
 * negatoscope models weights download vgg19
 * negatoscope models layers vgg19
 * negatoscope models export mine --out mine.zip
 * }</pre>
 */
@NullMarked
package negatoscope.command.models;

import org.jspecify.annotations.NullMarked;
