package negatoscope.workstation.trainer.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.desk.TrainingDesk;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** The network learns. */
public final class RunViewModel implements Step {
  private final Supplier<Optional<Ordered>> order;
  private final Work work;
  private final Surroundings around;
  private final LiveFigures live = new LiveFigures();
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Trained> trained = new ReadOnlyObjectWrapper<>();
  private TrainingControl control = new TrainingControl();
  private @Nullable Ordered running;

  /**
   * What the step works with.
   *
   * @param runner has a thread for the training alone
   * @param window runs what it is given on the JavaFX thread
   */
  public record Surroundings(TaskRunner runner, Executor window) {}

  /**
   * Nothing runs.
   *
   * @param order what the steps before ask for; empty while they lack something
   */
  public RunViewModel(
      Supplier<Optional<Ordered>> order,
      RunFolders folders,
      TrainingDesk desk,
      Surroundings around) {
    this.order = order;
    work = new Work(folders, desk);
    this.around = around;
    become(RunState.IDLE, "");
  }

  @Override
  public String title() {
    return "Training";
  }

  @Override
  public String hint() {
    return "The network learns. The main window can be used meanwhile.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  @Override
  public String stays() {
    return state.get().active() ? "Cancel the training before you change what it learns." : "";
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What there is to say about that, in a sentence. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Figures and curves. */
  public LiveFigures live() {
    return live;
  }

  /** The model; null until it is there. */
  public ReadOnlyObjectProperty<@Nullable Trained> trainedProperty() {
    return trained.getReadOnlyProperty();
  }

  /** What is learned, or was learned last; empty before. */
  public Optional<Ordered> ordered() {
    return Optional.ofNullable(running);
  }

  /** Where the training lies; empty before it has begun. */
  public Optional<RunFolder> folder() {
    return work.folder();
  }

  /** Starts the training, unless it runs or is done and nothing was changed since. */
  @Override
  public void enter() {
    Optional<Ordered> wanted = order.get();
    if (state.get().active() || wanted.isEmpty()) {
      return;
    }
    if (running == null || !running.same(wanted.get())) {
      work.in(null);
      start(wanted.get());
    }
  }

  /** The next entering goes on with a training that was begun before, if it is still the same. */
  public void resume(RunFolder begun, Ordered wanted) {
    work.in(begun);
    start(wanted);
  }

  /** Goes on after a stop or a failure. */
  public void goOnWithLast() {
    if (running != null && !state.get().active()) {
      start(running);
    }
  }

  private void start(Ordered wanted) {
    running = wanted;
    TrainingControl mine = new TrainingControl();
    control = mine;
    trained.set(null);
    live.clear();
    become(RunState.RUNNING, "Getting ready…");
    Cancellation unused =
        around
            .runner()
            .run(
                "Training",
                (progress, cancellation) -> {
                  cancellation.whenCancelled(mine::cancel);
                  return work.go(wanted, relay(mine, progress), mine, progress, cancellation);
                },
                this::end);
  }

  /** What is told of a run that another one has followed is passed over. */
  private EventRelay relay(TrainingControl mine, Progress progress) {
    return new EventRelay(
        around.window(),
        progress,
        moment -> {
          if (mine.equals(control) && state.get().active()) {
            take(moment);
          }
        },
        soFar -> {
          if (mine.equals(control)) {
            live.take(soFar);
          }
        },
        part -> {
          if (mine.equals(control)) {
            live.take(part);
          }
        });
  }

  private void take(TrainingMoment moment) {
    if (state.get() == RunState.RUNNING) {
      said.set("");
    }
    live.take(moment);
  }

  private void end(Outcome<Trained> outcome) {
    if (outcome instanceof Outcome.Done<Trained> done) {
      trained.set(done.value());
      String trouble = done.value().trouble();
      become(
          RunState.DONE,
          trouble.isEmpty() ? "The network has learned. Go on to see how good it is." : trouble);
    } else if (outcome instanceof Outcome.Failed<Trained> failed) {
      become(RunState.FAILED, String.valueOf(failed.failure().getMessage()));
    } else {
      become(
          RunState.STOPPED,
          "The training was stopped. It can go on from the last epoch that was finished, now or"
              + " when the wizard is opened again.");
    }
  }

  private void become(RunState next, String sentence) {
    said.set(sentence);
    state.set(next);
    reason.set(next.reason());
  }

  /** Holds it up between two updates. */
  public void pause() {
    if (state.get() == RunState.RUNNING) {
      control.pause();
      become(RunState.PAUSED, "Paused. Nothing is lost.");
    }
  }

  /** Lets it go on after a pause. */
  public void goOn() {
    if (state.get() == RunState.PAUSED) {
      control.goOn();
      become(RunState.RUNNING, "");
    }
  }

  /** Ends it with the best weights so far. */
  public void stopAndKeepBest() {
    if (state.get() == RunState.RUNNING || state.get() == RunState.PAUSED) {
      control.stop();
      become(RunState.ENDING, "Stopping; the best of the epochs so far is kept…");
    }
  }

  /** Forgets a training that was stopped or failed, and deletes what is left of it. */
  public void throwAway() {
    RunFolder gone = work.folder().orElse(null);
    if (state.get() != RunState.STOPPED && state.get() != RunState.FAILED) {
      return;
    }
    running = null;
    work.in(null);
    live.clear();
    become(RunState.IDLE, "The training was thrown away. Go back, and on again, to start anew.");
    if (gone != null) {
      Work.delete(gone, around.runner(), said::set);
    }
  }

  /** Ends it without a model; it can go on later. */
  public void cancel() {
    if (state.get().active()) {
      control.cancel();
      if (state.get().active()) {
        become(RunState.ENDING, "Cancelling…");
      }
    }
  }
}
