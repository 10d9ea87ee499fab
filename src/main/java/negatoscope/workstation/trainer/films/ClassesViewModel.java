package negatoscope.workstation.trainer.films;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.training.data.PatientPattern;
import negatoscope.training.scan.ScanReport;
import negatoscope.workstation.trainer.step.Latest;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** What the classes are called, which are left out, and how the films are shared out. */
public final class ClassesViewModel implements Step {
  private final FoundViewModel found;
  private final ObservableList<ClassRow> rows = FXCollections.observableArrayList();
  private final Shares shares = new Shares(this::share);
  private final PatternTrial pattern = new PatternTrial();
  private final ReadOnlyBooleanWrapper parts = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable ChosenFilms> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final Latest<ChosenFilms> sharing;
  private Map<String, String> wished = Map.of();
  private boolean filling;

  /**
   * As the films are found.
   *
   * @param quick for what takes a moment
   */
  public ClassesViewModel(FoundViewModel found, TaskRunner quick) {
    this.found = found;
    sharing = new Latest<>(quick, "Sharing the films out", this::take);
    found.reportProperty().addListener((property, before, now) -> fill(now));
    found.excluded().addListener((SetChangeListener<String>) change -> share());
    pattern.textProperty().addListener((property, before, now) -> share());
    fill(null);
  }

  @Override
  public String title() {
    return "Classes and parts";
  }

  @Override
  public String hint() {
    return "Name the classes; the same name twice merges two, and what is not ticked is left out."
        + " Films of a patient, and copies, always stay in one part.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** The labels of the films, and what becomes of each. */
  public ObservableList<ClassRow> rows() {
    return rows;
  }

  /** Whether the films came with their parts. */
  public ReadOnlyBooleanProperty partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /** How films are shared out. */
  public Shares shares() {
    return shares;
  }

  /** How patients are told by the films' names. */
  public PatternTrial pattern() {
    return pattern;
  }

  /** The films and their parts; null while they cannot be shared out. */
  public ReadOnlyObjectProperty<@Nullable ChosenFilms> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The names of the classes that are taken, by label. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.takenProperty().get())
        .forEach(row -> names.put(row.label(), row.nameProperty().get()));
    return names;
  }

  /**
   * Takes up former choices.
   *
   * @param names by label; labels that are missing are left out
   */
  public void restore(Map<String, String> names, String patients, SplitWish split) {
    wished = Map.copyOf(names);
    filling = true;
    pattern.textProperty().set(patients);
    shares.restore(split);
    filling = false;
    rows.clear();
    fill(found.reportProperty().get());
  }

  /** Keeps what was entered for labels that are still there. */
  private void fill(@Nullable ScanReport report) {
    if (report != null) {
      Map<String, ClassRow> before =
          rows.stream().collect(Collectors.toMap(ClassRow::label, row -> row));
      rows.setAll(
          report.classes().stream()
              .map(count -> row(count.name(), count.films(), before.get(count.name())))
              .toList());
      parts.set(ChosenFilms.hasParts(report.set().dataSet()));
    }
    share();
  }

  private ClassRow row(String label, int films, @Nullable ClassRow before) {
    ClassRow row = new ClassRow(label, films);
    if (before != null) {
      row.nameProperty().set(before.nameProperty().get());
      row.takenProperty().set(before.takenProperty().get());
    } else if (!wished.isEmpty()) {
      row.nameProperty().set(wished.getOrDefault(label, label));
      row.takenProperty().set(wished.containsKey(label));
    }
    row.nameProperty().addListener(changed -> share());
    row.takenProperty().addListener(changed -> share());
    return row;
  }

  private void share() {
    ScanReport report = found.reportProperty().get();
    if (filling) {
      return;
    }
    if (report == null) {
      sharing.forget();
      chosen.set(null);
      reason.set("The films were not looked at yet.");
      return;
    }
    Optional<PatientPattern> patients = pattern.on(report);
    Map<String, String> names = names();
    SplitWish wish = shares.wish();
    String trouble = pattern.troubleProperty().get();
    if (!trouble.isEmpty()) {
      sharing.forget();
      chosen.set(null);
      reason.set(trouble);
      return;
    }
    reason.set("The films are being shared out…");
    sharing.ask(
        (progress, cancellation) -> ChosenFilms.of(found.taken(report), names, patients, wish));
  }

  private void take(Outcome<ChosenFilms> outcome) {
    if (outcome instanceof Outcome.Done<ChosenFilms> done) {
      chosen.set(done.value());
      reason.set("");
    } else if (outcome instanceof Outcome.Failed<ChosenFilms> failed) {
      chosen.set(null);
      reason.set(failed.failure().getMessage());
    }
  }
}
