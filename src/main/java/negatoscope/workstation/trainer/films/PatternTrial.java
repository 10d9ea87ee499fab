package negatoscope.workstation.trainer.films;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.task.Failure;
import negatoscope.training.data.PatientPattern;
import negatoscope.training.scan.ScanReport;

/** A pattern that tells patients by the films' names, tried out while it is typed. */
public final class PatternTrial {
  private static final int EXAMPLES = 6;

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ObservableList<PatientPattern.Example> examples =
      FXCollections.observableArrayList();

  PatternTrial() {}

  /** A regular expression that tells the patient by the film's name; empty for none. */
  public StringProperty textProperty() {
    return text;
  }

  /** What is wrong with it; empty where nothing is. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What it makes of some films' names. */
  public ObservableList<PatientPattern.Example> examples() {
    return examples;
  }

  /** Tries it on films; empty where there is none, or where it has a trouble. */
  Optional<PatientPattern> on(ScanReport report) {
    trouble.set("");
    examples.clear();
    String typed = text.get().strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      PatientPattern tried = PatientPattern.of(typed);
      examples.setAll(
          tried.examples(
              report.set().films().stream()
                  .limit(EXAMPLES)
                  .map(film -> film.film().name())
                  .toList()));
      return Optional.of(tried);
    } catch (Failure e) {
      trouble.set(e.getMessage());
      return Optional.empty();
    }
  }
}
