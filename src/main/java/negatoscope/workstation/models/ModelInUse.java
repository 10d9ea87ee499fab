package negatoscope.workstation.models;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.models.OpenModels.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The model that is asked about films. Another one takes its place once it was opened; one that
 * cannot be opened leaves the former in use.
 */
public final class ModelInUse {
  private final Supplier<ModelCard> preferred;
  private final OpenModels models;
  private final TaskRunner runner;
  private final ReadOnlyObjectWrapper<@Nullable ModelCard> card = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> refusal = new ReadOnlyObjectWrapper<>();
  private @Nullable Lease lease;
  private @Nullable Lease wished;

  /**
   * Reads the card of the preferred model in the background; the model itself is opened by the
   * first film.
   *
   * @param preferred gives the card of the model to begin with, without opening it; may throw
   *     {@link Failure}
   */
  public ModelInUse(Supplier<ModelCard> preferred, OpenModels models, TaskRunner runner) {
    this.preferred = preferred;
    this.models = models;
    this.runner = runner;
    readPreferred();
  }

  /** The card of the model in use; null until it was read, or where there is none. */
  public ReadOnlyObjectProperty<@Nullable ModelCard> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** Why there is no model in use; null where there is one. */
  public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Name of the model that is being opened to take the place of the one in use; null if none. */
  public ReadOnlyObjectProperty<@Nullable String> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Why the model last wished for did not take the place; null where it did. */
  public ReadOnlyObjectProperty<@Nullable Failure> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Name of the model in use. */
  public Optional<String> name() {
    return Optional.ofNullable(lease).map(Lease::model);
  }

  /** The model in use, to be asked in the background; empty while there is none. */
  public Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /** Looks for the preferred model, unless one is in use already. */
  public void readPreferred() {
    if (lease != null) {
      return;
    }
    failure.set(null);
    Cancellation unused =
        runner.run(
            "Reading the model's card",
            (progress, cancellation) -> preferred.get(),
            this::takePreferred);
  }

  private void takePreferred(Outcome<ModelCard> outcome) {
    if (lease != null) {
      return;
    }
    if (outcome instanceof Outcome.Done<ModelCard> done) {
      lease = models.lease(done.value().name());
      card.set(done.value());
    } else if (outcome instanceof Outcome.Failed<ModelCard> failed) {
      failure.set(failed.failure());
    }
  }

  /** Opens a model in the background; the one in use is asked until that is done. */
  public void use(String name) {
    stopOpening();
    refusal.set(null);
    Lease next = models.lease(name);
    wished = next;
    opening.set(name);
    Cancellation unused =
        runner.run(
            "Opening the model " + name,
            (progress, cancellation) -> {
              ModelCard opened = next.classifier().card();
              cancellation.check();
              return opened;
            },
            outcome -> opened(next, outcome));
  }

  /** Opens a model as {@link #use} does; the one in use stays without being opened again. */
  public void choose(String name) {
    if (name().filter(name::equals).isPresent()) {
      stopOpening();
      refusal.set(null);
    } else {
      use(name);
    }
  }

  /** Leaves the former model in use; an opening under way is closed again when it is done. */
  public void stopOpening() {
    Lease former = wished;
    if (former != null) {
      wished = null;
      opening.set(null);
      former.release();
    }
  }

  private void opened(Lease next, Outcome<ModelCard> outcome) {
    if (!next.equals(wished)) {
      return;
    }
    wished = null;
    opening.set(null);
    if (outcome instanceof Outcome.Done<ModelCard> done) {
      Lease former = lease;
      lease = next;
      failure.set(null);
      card.set(done.value());
      if (former != null) {
        former.release();
      }
    } else {
      next.release();
      if (outcome instanceof Outcome.Failed<ModelCard> failed) {
        refusal.set(failed.failure());
      }
    }
  }
}
