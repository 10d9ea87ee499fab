package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.batch.table.RowsViewModel;

/**
 * The reader's verdicts and notes: each is written to the journal at once, in the order in which
 * they were given, and can be taken back.
 */
public final class ReaderViewModel {
  private final ScreeningDesk desk;
  private final TaskRunner runner;
  private final Supplier<Optional<Path>> out;
  private final RowsViewModel rows;
  private final Deque<Change> done = new ArrayDeque<>();
  private final Deque<Save> waiting = new ArrayDeque<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private boolean saving;

  /** What a film's reader said before. */
  private record Change(BatchRow row, String verdict, String note) {}

  private record Save(
      Path out,
      BatchRow row,
      String verdict,
      String note,
      String formerVerdict,
      String formerNote) {}

  ReaderViewModel(
      ScreeningDesk desk, TaskRunner runner, Supplier<Optional<Path>> out, RowsViewModel rows) {
    this.desk = desk;
    this.runner = runner;
    this.out = out;
    this.rows = rows;
  }

  /** Why the last one could not be written; empty where it could. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether there is something to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Decides for the class of a number, from 0, on the selected film; below 0 for none. */
  public void decide(int number) {
    List<String> classes = rows.classesProperty().get();
    BatchRow row = rows.selectedProperty().get();
    if (row != null && number < classes.size()) {
      change(row, number < 0 ? "" : classes.get(number), row.note(), true);
    }
  }

  /** Writes a note on a film. */
  public void note(BatchRow row, String text) {
    change(row, row.verdict(), text.strip(), true);
  }

  /** Takes the last one back, and selects its film. */
  public void undo() {
    Change last = done.pollLast();
    if (last != null) {
      undoable.set(!done.isEmpty());
      change(last.row(), last.verdict(), last.note(), false);
      rows.selectedProperty().set(last.row());
    }
  }

  /** Another screening: nothing of the former one can be taken back. */
  void forget() {
    done.clear();
    undoable.set(false);
    trouble.set("");
  }

  private void change(BatchRow row, String verdict, String note, boolean remember) {
    Optional<Path> folder = out.get();
    if (folder.isEmpty() || (row.verdict().equals(verdict) && row.note().equals(note))) {
      return;
    }
    if (remember) {
      done.addLast(new Change(row, row.verdict(), row.note()));
      undoable.set(true);
    }
    waiting.add(new Save(folder.get(), row, verdict, note, row.verdict(), row.note()));
    row.read(verdict, note);
    rows.count();
    saveNext();
  }

  /** One at a time, so that the last word is the one that stays. */
  private void saveNext() {
    if (saving || waiting.isEmpty()) {
      return;
    }
    saving = true;
    Save next = waiting.remove();
    Cancellation unused =
        runner.run(
            "Saving the verdict",
            (progress, cancellation) -> {
              desk.read(next.out(), next.row().film(), next.verdict(), next.note());
              return next;
            },
            outcome -> {
              saving = false;
              ended(next, outcome);
              saveNext();
            });
  }

  /** What is not on disk is not shown as if it were. */
  private void ended(Save save, Outcome<Save> outcome) {
    if (outcome instanceof Outcome.Done<Save>) {
      trouble.set("");
      return;
    }
    if (outcome instanceof Outcome.Failed<Save> failed) {
      trouble.set("Not saved: " + failed.failure().getMessage());
    } else {
      trouble.set("Not saved: it was cancelled.");
    }
    if (waiting.stream().noneMatch(later -> later.row().equals(save.row()))) {
      save.row().read(save.formerVerdict(), save.formerNote());
      rows.count();
    }
  }
}
