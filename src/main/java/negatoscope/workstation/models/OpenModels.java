package negatoscope.workstation.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import negatoscope.classification.Classifier;
import negatoscope.task.Cancellation;
import negatoscope.task.TaskRunner;

/**
 * The models that are open, each once, whoever asks it. A model is opened when the first film is
 * asked about, and closed in the background once nobody holds it any more, so that its memory comes
 * back.
 *
 * <p>Leases are taken and released on the JavaFX thread; classifiers are asked for on any other.
 */
public final class OpenModels implements AutoCloseable {
  private final Function<String, Classifier> opener;
  private final TaskRunner runner;
  private final Map<String, Shared> byName = new HashMap<>();
  private final Set<EngineDoor> doors = new HashSet<>();

  /**
   * Nothing is opened yet.
   *
   * @param opener opens the model of a name; slow; may throw {@link negatoscope.task.Failure}
   * @param runner on which models are closed
   */
  public OpenModels(Function<String, Classifier> opener, TaskRunner runner) {
    this.opener = opener;
    this.runner = runner;
  }

  private static final class Shared {
    private final EngineDoor door;
    private int leases;

    Shared(EngineDoor door) {
      this.door = door;
    }
  }

  /** Keeps a model open until it is released. */
  public final class Lease {
    private final String model;
    private final Shared shared;
    private boolean released;

    private Lease(String model, Shared shared) {
      this.model = model;
      this.shared = shared;
    }

    /** The model's name. */
    public String model() {
      return model;
    }

    /**
     * The classifier, opened now if it was not before.
     *
     * @throws negatoscope.task.Failure why it cannot be opened; the next call tries again
     * @throws java.util.concurrent.CancellationException after the release
     */
    public Classifier classifier() {
      return shared.door.classifier();
    }

    /** Gives the model back; the last one to do so lets it be closed. */
    public void release() {
      if (!released) {
        released = true;
        OpenModels.this.release(model, shared);
      }
    }
  }

  /** Holds the model of a name, without opening it yet. */
  public synchronized Lease lease(String model) {
    Shared shared = byName.computeIfAbsent(model, this::newDoor);
    shared.leases++;
    return new Lease(model, shared);
  }

  private Shared newDoor(String model) {
    EngineDoor door = new EngineDoor(() -> opener.apply(model));
    doors.add(door);
    return new Shared(door);
  }

  private void release(String model, Shared shared) {
    synchronized (this) {
      shared.leases--;
      if (shared.leases > 0) {
        return;
      }
      byName.remove(model, shared);
    }
    shared.door.shut();
    Cancellation unused =
        runner.run(
            "Closing the model " + model,
            (progress, cancellation) -> {
              close(shared.door);
              return model;
            },
            outcome -> {});
  }

  private void close(EngineDoor door) {
    door.close();
    synchronized (this) {
      doors.remove(door);
    }
  }

  /** Closes whatever is still open, on the calling thread; for the end of the program. */
  @Override
  public void close() {
    List<EngineDoor> left;
    synchronized (this) {
      left = List.copyOf(doors);
      byName.clear();
    }
    left.forEach(this::close);
  }
}
