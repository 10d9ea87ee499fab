package negatoscope.workstation.assessment;

import java.util.function.Supplier;
import negatoscope.classification.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the engine when the first film asks for it, and only then. An opening that failed is tried
 * again by the next film.
 *
 * <p>May be used from any thread; {@link #classifier} waits while another thread opens the engine.
 */
public final class EngineDoor implements AutoCloseable {
  private final Supplier<Classifier> opener;
  private @Nullable Classifier open;
  private boolean closed;

  /** A door to what the opener gives; opening may take seconds and may fail. */
  public EngineDoor(Supplier<Classifier> opener) {
    this.opener = opener;
  }

  /**
   * The classifier, opened now if it was not before.
   *
   * @throws negatoscope.task.Failure what the opener throws
   */
  public synchronized Classifier classifier() {
    if (closed) {
      throw new IllegalStateException("the window is closed");
    }
    Classifier classifier = open;
    if (classifier == null) {
      classifier = opener.get();
      open = classifier;
    }
    return classifier;
  }

  /** Closes the classifier if it was opened. */
  @Override
  public synchronized void close() {
    closed = true;
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
