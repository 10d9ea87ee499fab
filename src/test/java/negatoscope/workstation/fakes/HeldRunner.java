package negatoscope.workstation.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;

/** Holds work until the test does it, in the order that the test wants. */
public final class HeldRunner implements TaskRunner {
  private final List<String> titles = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private final List<Cancellation> cancellations = new ArrayList<>();

  @Override
  public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
    Cancellation cancellation = new Cancellation();
    titles.add(title);
    cancellations.add(cancellation);
    held.add(() -> then.accept(Outcome.of(work, Progress.NONE, cancellation)));
    return cancellation;
  }

  /** Titles of what is held. */
  public List<String> titles() {
    return List.copyOf(titles);
  }

  /** Cancels one of the held pieces of work, as the status bar does. */
  public void cancel(int index) {
    cancellations.get(index).cancel();
  }

  /** Does one of the held pieces of work. */
  public void doOne(int index) {
    titles.remove(index);
    cancellations.remove(index);
    held.remove(index).run();
  }

  /** Does everything, also what comes up meanwhile. */
  public void doAll() {
    while (!held.isEmpty()) {
      doOne(0);
    }
  }
}
