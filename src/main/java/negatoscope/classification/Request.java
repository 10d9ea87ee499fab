package negatoscope.classification;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.film.FilmWarning;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.tensor.FilmTensor;

/**
 * One film that waits for the engine.
 *
 * @param tensor its input
 * @param warnings what is known before the network has seen it
 * @param methods which heat maps to make
 * @param cancellation looked at when its batch starts
 * @param answer completed on an engine thread
 */
record Request(
    FilmTensor tensor,
    List<FilmWarning> warnings,
    Set<CamMethod> methods,
    Cancellation cancellation,
    CompletableFuture<Classification> answer) {
  /** Whether nobody waits for the answer any more; marks a cancelled one as such. */
  boolean dropped() {
    if (cancellation.isCancelled()) {
      answer.cancel(false);
    }
    return answer.isDone();
  }
}
