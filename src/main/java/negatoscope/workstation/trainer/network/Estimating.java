package negatoscope.workstation.trainer.network;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.trainer.desk.Estimate;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import negatoscope.workstation.trainer.desk.Wish;
import negatoscope.workstation.trainer.step.Latest;
import org.jspecify.annotations.Nullable;

/** What a training will take, by a measured piece of it. */
final class Estimating {
  private final TrainingDesk desk;
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final Latest<Estimate> measuring;
  private @Nullable Wish measured;

  Estimating(TrainingDesk desk, TaskRunner engine) {
    this.desk = desk;
    measuring = new Latest<>(engine, "Measuring what a training takes", this::take);
  }

  /** What it will take, in a sentence; or why that is not known. */
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether it is being measured. */
  ReadOnlyBooleanProperty measuringProperty() {
    return measuring.askingProperty();
  }

  /** Whether something was measured, or is being measured. */
  boolean begun() {
    return measured != null;
  }

  /** Measures unless just that was measured. */
  void measureOnce(@Nullable Wish wish) {
    if (wish == null ? measured != null : !wish.equals(measured)) {
      measure(wish);
    }
  }

  /** Measures, unless nothing is wished for. */
  void measure(@Nullable Wish wish) {
    measured = wish;
    if (wish != null) {
      sentence.set("Measuring what it will take…");
      measuring.ask((progress, cancellation) -> desk.measure(wish, progress, cancellation));
    }
  }

  /** Nothing is measured any more. */
  void stop() {
    if (measuring.askingProperty().get()) {
      measuring.forget();
      measured = null;
      sentence.set("");
    }
  }

  private void take(Outcome<Estimate> outcome) {
    if (outcome instanceof Outcome.Done<Estimate> done) {
      sentence.set(done.value().sentence());
    } else if (outcome instanceof Outcome.Failed<Estimate> failed) {
      sentence.set(failed.failure().getMessage());
    } else {
      measured = null;
      sentence.set("What it will take was not measured.");
    }
  }
}
