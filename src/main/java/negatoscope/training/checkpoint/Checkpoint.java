package negatoscope.training.checkpoint;

import java.util.List;
import negatoscope.training.run.Candidate;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.StageState;
import org.jspecify.annotations.Nullable;

/**
 * What a training has come to: all that it needs to go on exactly.
 *
 * @param history its epochs so far
 * @param seconds spent so far
 * @param state of the run under way; null between two of them
 * @param head what the head stage left; null while it runs
 * @param runs what those runs of the whole stage left that have ended
 */
public record Checkpoint(
    List<Epoch> history,
    double seconds,
    @Nullable StageState state,
    @Nullable Candidate head,
    List<Candidate> runs) {
  /** Copies the lists. */
  public Checkpoint {
    history = List.copyOf(history);
    runs = List.copyOf(runs);
  }
}
