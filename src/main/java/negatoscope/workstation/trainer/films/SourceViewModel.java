package negatoscope.workstation.trainer.films;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.trainer.step.Latest;
import negatoscope.workstation.trainer.step.Step;

/** The folder or table that the films with labels come from. */
public final class SourceViewModel implements Step {
  private static final String NOTHING =
      "Choose a folder that holds one folder per class, or a table of films.";

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(NOTHING);
  private final Latest<String> check;

  /**
   * Nothing is chosen.
   *
   * @param quick for what takes a moment
   */
  public SourceViewModel(TaskRunner quick) {
    check = new Latest<>(quick, "Looking whether the films are there", this::take);
    text.addListener((property, before, now) -> ask(now.strip()));
  }

  @Override
  public String title() {
    return "Films";
  }

  @Override
  public String hint() {
    return "Which films is the network to learn from? Nothing is changed in the folder, and nothing"
        + " leaves this computer.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** The folder or table as it was typed or chosen. */
  public StringProperty textProperty() {
    return text;
  }

  /** The folder or table. */
  public Path path() {
    return Path.of(text.get().strip());
  }

  private void ask(String now) {
    if (now.isEmpty()) {
      check.forget();
      reason.set(NOTHING);
    } else {
      reason.set("Looking whether " + now + " is there…");
      check.ask((progress, cancellation) -> trouble(now));
    }
  }

  private void take(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      reason.set(done.value());
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      reason.set(failed.failure().getMessage());
    }
  }

  private static String trouble(String text) {
    try {
      Path path = Path.of(text);
      return Files.isReadable(path)
          ? ""
          : path + (Files.exists(path) ? " may not be read." : " is not there.");
    } catch (InvalidPathException e) {
      return text + " cannot be a folder's name.";
    }
  }
}
