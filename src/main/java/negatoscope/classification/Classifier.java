package negatoscope.classification;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import negatoscope.film.Film;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/**
 * Answers what a model sees in a film. The one door to the engine for the window, the command line
 * and screening.
 *
 * <p>May be called from any thread; the tensor is made on the calling thread, the network runs on
 * the classifier's own engine threads, which take what waits in batches.
 */
public interface Classifier extends AutoCloseable {
  /** The card of the model that answers. */
  ModelCard card();

  /**
   * Classifies one film.
   *
   * @param methods which heat maps to make (of every class); empty for none
   * @param cancellation looked at until the film's batch starts
   * @return completed on an engine thread; fails with {@link negatoscope.task.Failure}, or is
   *     cancelled
   */
  CompletableFuture<Classification> classify(
      Film film, Set<CamMethod> methods, Cancellation cancellation);

  /**
   * Prepares for very many films: finds the batch size at which most films a second are answered,
   * and keeps to it from then on. Batches are then filled, by waiting a little and by blank films,
   * so that an answer does not depend, not even in its last bit, on which films are asked about
   * together.
   *
   * @param methods the heat maps that will be asked for
   * @param most the largest batch that is tried; at least 1. Few films are not worth a search.
   * @return the size
   */
  default CompletableFuture<Integer> settle(
      Set<CamMethod> methods, int most, Progress progress, Cancellation cancellation) {
    return CompletableFuture.completedFuture(1);
  }

  /** As {@link #settle(Set, int, Progress, Cancellation)}, with a size that was found before. */
  default void settle(int size) {}

  /**
   * How much a heat map has to do with the answer, see {@link Faithfulness}: some hundred passes of
   * the network, in batches between which films to classify go first.
   *
   * @param film the film of the map
   * @param map not an empty one, of one of the model's classes
   * @param progress told the batches done, on an engine thread
   * @param cancellation looked at before each batch
   * @return completed on an engine thread; fails with {@link negatoscope.task.Failure}, or is
   *     cancelled
   * @throws IllegalArgumentException for an empty map, or one of another model
   */
  CompletableFuture<Faithfulness> faithfulness(
      Film film, HeatMap map, Progress progress, Cancellation cancellation);

  /**
   * Whether a heat map depends on what the network has learnt, see {@link SanityCheck}: opens the
   * model some times with randomised weights, one after the other. Films to classify go first
   * between two openings.
   *
   * @param className one of the model's classes
   * @param progress told the randomised networks done, on an engine thread
   * @param cancellation looked at before each of them
   * @return completed on an engine thread; fails with {@link negatoscope.task.Failure}, or is
   *     cancelled
   * @throws IllegalArgumentException for a class that the model does not have
   */
  CompletableFuture<SanityCheck> sanity(
      Film film, CamMethod method, String className, Progress progress, Cancellation cancellation);

  /** Waits for the batch under way, fails what still waits, and gives the engine's memory back. */
  @Override
  void close();
}
