package negatoscope.training.run;

import org.jspecify.annotations.Nullable;

/**
 * How a stage ended.
 *
 * @param kept its weights; null where no epoch of it ended well
 * @param end why
 * @param epoch number of the epoch in which it ended, from 1
 */
public record StageResult(@Nullable Candidate kept, End end, int epoch) {
  /** Why a stage ended. */
  public enum End {
    /** All epochs were learned. */
    DONE,
    /** It was asked to. */
    STOPPED,
    /** The loss was no number any more. */
    NOT_FINITE
  }
}
