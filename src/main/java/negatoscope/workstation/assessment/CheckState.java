package negatoscope.workstation.assessment;

import javafx.beans.property.ReadOnlyDoubleProperty;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.SanityCheck;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;

/** How far the check of a heat map is. */
public sealed interface CheckState {
  /** There is no map, or an empty one. */
  record None() implements CheckState {}

  /** Not checked yet. */
  record Unchecked() implements CheckState {}

  /**
   * Being checked.
   *
   * @param progress how much of it is done, 0 to 1
   */
  record Running(Cancellation cancellation, ReadOnlyDoubleProperty progress)
      implements CheckState {}

  /** Checked. */
  record Done(Faithfulness faithfulness, SanityCheck sanity) implements CheckState {}

  /** The engine, the model or the film made it impossible. */
  record Failed(Failure failure) implements CheckState {}
}
