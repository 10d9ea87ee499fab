package negatoscope.library;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A model that was removed, and lies aside for {@link Library#KEPT_DAYS} days.
 *
 * @param name which the model had
 * @param when it was removed
 * @param aside where its folder lies now
 * @param place where it lay
 */
public record Removal(String name, Instant when, Path aside, Path place) {
  /**
   * Brings the model back under its name.
   *
   * @throws negatoscope.task.Failure {@code EXISTS} if another model has the name by now, {@code
   *     NO_MODEL} if it is not kept any more, {@code NOT_WRITABLE}
   */
  public void undo() {
    RemovedModels.bringBack(this);
  }
}
