package negatoscope.workstation.trainer.step;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;

/** Asks in the background, again whenever something changed; only the latest answer counts. */
public final class Latest<T> {
  private final TaskRunner runner;
  private final String title;
  private final Consumer<Outcome<T>> then;
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
  private Cancellation last = new Cancellation();
  private int number;

  /**
   * Nothing is asked yet.
   *
   * @param title what is asked, for people
   * @param then told the latest answer, on the JavaFX thread
   */
  public Latest(TaskRunner runner, String title, Consumer<Outcome<T>> then) {
    this.runner = runner;
    this.title = title;
    this.then = then;
  }

  /** Whether an answer is waited for. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Asks; what was asked before is not waited for any more. */
  public void ask(Work<T> question) {
    forget();
    int mine = number;
    asking.set(true);
    Cancellation started = runner.run(title, question, outcome -> answered(mine, outcome));
    if (mine == number && asking.get()) {
      last = started;
    }
  }

  private void answered(int asked, Outcome<T> outcome) {
    if (asked == number) {
      asking.set(false);
      then.accept(outcome);
    }
  }

  /** No answer is waited for any more. */
  public void forget() {
    last.cancel();
    number++;
    asking.set(false);
  }
}
