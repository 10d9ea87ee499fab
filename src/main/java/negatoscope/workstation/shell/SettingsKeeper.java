package negatoscope.workstation.shell;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.settings.Settings;
import negatoscope.workstation.settings.SettingsStore;

/** The settings while the window is open; written in the background, one write at a time. */
final class SettingsKeeper {
  private final SettingsStore store;
  private final TaskRunner runner;
  private final ReadOnlyObjectWrapper<Settings> current;
  private Settings written;
  private boolean writing;

  SettingsKeeper(SettingsStore store, Settings loaded, TaskRunner runner) {
    this.store = store;
    this.runner = runner;
    this.current = new ReadOnlyObjectWrapper<>(loaded);
    this.written = loaded;
  }

  ReadOnlyObjectProperty<Settings> currentProperty() {
    return current.getReadOnlyProperty();
  }

  Settings current() {
    return current.get();
  }

  void change(UnaryOperator<Settings> change) {
    current.set(change.apply(current.get()));
  }

  /** Writes in the background what was changed. */
  void save() {
    Settings now = current.get();
    if (writing || now.equals(written)) {
      return;
    }
    writing = true;
    Cancellation unused =
        runner.run(
            "Saving settings",
            (progress, cancellation) -> {
              store.save(now);
              return now;
            },
            outcome -> {
              writing = false;
              if (outcome instanceof Outcome.Done<Settings>) {
                written = now;
                save();
              }
            });
  }

  /**
   * Writes at once, on the calling thread; for the end of the program.
   *
   * @throws Failure if it cannot be written
   */
  void saveNow() {
    if (!current.get().equals(written)) {
      store.save(current.get());
    }
  }
}
