/**
 * What a training needs to go on exactly where it was interrupted.
 *
 * <p>Main type: {@link negatoscope.training.checkpoint.Checkpoint}.
 *
 * <p>Threads: values, for any.
 */
@NullMarked
package negatoscope.training.checkpoint;

import org.jspecify.annotations.NullMarked;
