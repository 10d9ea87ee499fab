package negatoscope.workstation.trainer.run;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import negatoscope.task.Progress;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingMoment;
import negatoscope.workstation.trainer.desk.RunWatcher;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a run tells to the JavaFX thread: every epoch, and of where it is the latest only,
 * when that thread has time for it. Called on the run's thread.
 */
final class EventRelay implements RunWatcher {
  private static final int PARTS = 1000;

  private final Executor window;
  private final Progress progress;
  private final Consumer<TrainingMoment> moments;
  private final Consumer<List<Epoch>> epochs;
  private final Consumer<Part> parts;
  private final AtomicReference<@Nullable TrainingMoment> latest = new AtomicReference<>();
  // Told and asked on the run's thread alone.
  private Part part = new Part(1, 1);

  /**
   * A part of the run.
   *
   * @param number from 1
   */
  record Part(int number, int of) {
    /** The share of the whole that is done when so much of this part is. */
    double of(double share) {
      return (number - 1 + share) / of;
    }
  }

  /**
   * A relay.
   *
   * @param progress told too, on the run's thread
   */
  EventRelay(
      Executor window,
      Progress progress,
      Consumer<TrainingMoment> moments,
      Consumer<List<Epoch>> epochs,
      Consumer<Part> parts) {
    this.window = window;
    this.progress = progress;
    this.moments = moments;
    this.epochs = epochs;
    this.parts = parts;
  }

  @Override
  public void part(int number, int of) {
    part = new Part(number, of);
    Part begun = part;
    window.execute(() -> parts.accept(begun));
  }

  @Override
  public void now(TrainingMoment ofPart) {
    TrainingMoment moment = ofPart.withShare(part.of(ofPart.share()));
    progress.report(Math.round(moment.share() * PARTS), PARTS, moment.line());
    if (latest.getAndSet(moment) == null) {
      window.execute(this::pass);
    }
  }

  private void pass() {
    TrainingMoment moment = latest.getAndSet(null);
    if (moment != null) {
      moments.accept(moment);
    }
  }

  @Override
  public void epochEnded(List<Epoch> soFar) {
    List<Epoch> copy = List.copyOf(soFar);
    window.execute(() -> epochs.accept(copy));
  }

  @Override
  public void resumed(List<Epoch> before) {
    epochEnded(before);
  }
}
