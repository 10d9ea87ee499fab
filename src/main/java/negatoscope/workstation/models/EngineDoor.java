package negatoscope.workstation.models;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import negatoscope.classification.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens one model when it is first asked, and only then. An opening that failed is tried again by
 * whoever asks next.
 *
 * <p>May be used from any thread; {@link #classifier} waits while another thread opens the model.
 */
final class EngineDoor implements AutoCloseable {
  private final Supplier<Classifier> opener;
  private @Nullable Classifier open;
  private volatile boolean closed;

  /** A door to what the opener gives; opening may take seconds and may fail. */
  EngineDoor(Supplier<Classifier> opener) {
    this.opener = opener;
  }

  /**
   * The classifier, opened now if it was not before.
   *
   * @throws negatoscope.task.Failure what the opener throws
   * @throws CancellationException if the door was closed: nobody waits for an answer any more
   */
  synchronized Classifier classifier() {
    if (closed) {
      throw new CancellationException();
    }
    Classifier classifier = open;
    if (classifier == null) {
      classifier = opener.get();
      open = classifier;
    }
    return classifier;
  }

  /** Opens nothing from now on; does not wait. */
  void shut() {
    closed = true;
  }

  /** Closes the classifier if it was opened; waits for the films that it is at. */
  @Override
  public void close() {
    shut();
    synchronized (this) {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }
}
