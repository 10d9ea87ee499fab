/**
 * What a training needs to go on exactly where it was interrupted.
 *
 * <p>Main types: {@link negatoscope.training.checkpoint.Checkpoint} (what it has come to), {@link
 * negatoscope.training.checkpoint.TrainingIdentity} (which training it is), {@link
 * negatoscope.training.checkpoint.CheckpointFile} (both in a file, whose layout it tells).
 *
 * <p>Tensors that are the same object in several sets of weights are in the file once, and those
 * that are still the start weights' own not at all.
 *
 * <p>Threads: values and functions of files, for any.
 *
 * <pre>{@code
 * TrainingIdentity identity = TrainingIdentity.of(backbone, dataSet, split, recipe, start);
 * CheckpointFile.write(file, identity, checkpoint, start);
 * List<String> changes = CheckpointFile.identity(file).changes(identity);
 * Checkpoint back = CheckpointFile.read(file, start);
 * }</pre>
 */
@NullMarked
package negatoscope.training.checkpoint;

import org.jspecify.annotations.NullMarked;
