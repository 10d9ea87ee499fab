package negatoscope.classification;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.film.Film;
import negatoscope.library.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;

/**
 * Answers what a model sees in a film. The one door to the engine for the window, the command line
 * and screening.
 *
 * <p>May be called from any thread; the tensor is made on the calling thread, the network runs on
 * the classifier's own engine thread, which takes what waits as one batch.
 */
public interface Classifier extends AutoCloseable {
  /** The card of the model that answers. */
  ModelCard card();

  /**
   * Classifies one film.
   *
   * @param methods which heat maps to make (of every class); empty for none
   * @param cancellation looked at until the film's batch starts
   * @return completed on the engine thread; fails with {@link negatoscope.task.Failure}, or is
   *     cancelled
   */
  CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation);

  /** Waits for the batch under way, fails what still waits, and gives the engine's memory back. */
  @Override
  void close();
}
