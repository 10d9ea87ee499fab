package negatoscope.workstation.trainer.films;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.training.data.PatientPattern;
import negatoscope.training.scan.ScanReport;
import negatoscope.workstation.trainer.step.Latest;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** What the classes are called, which are left out, and how the films are shared out. */
public final class ClassesViewModel implements Step {
  private static final int EXAMPLES = 6;

  private final FoundViewModel found;
  private final ObservableList<ClassRow> rows = FXCollections.observableArrayList();
  private final BooleanProperty given = new SimpleBooleanProperty(SplitWish.USUAL.given());
  private final IntegerProperty train = new SimpleIntegerProperty(SplitWish.USUAL.train());
  private final IntegerProperty validation =
      new SimpleIntegerProperty(SplitWish.USUAL.validation());
  private final IntegerProperty test = new SimpleIntegerProperty(SplitWish.USUAL.test());
  private final IntegerProperty seed = new SimpleIntegerProperty(SplitWish.USUAL.seed());
  private final StringProperty pattern = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper patternTrouble = new ReadOnlyStringWrapper("");
  private final ObservableList<PatientPattern.Example> examples =
      FXCollections.observableArrayList();
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
    List.of(given, train, validation, test, seed, pattern)
        .forEach(choice -> choice.addListener(changed -> share()));
    train.addListener((property, before, now) -> giveRestTo(test));
    validation.addListener((property, before, now) -> giveRestTo(test));
    test.addListener((property, before, now) -> giveRestTo(train));
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

  /** Whether the parts that came with the films are kept. */
  public BooleanProperty givenProperty() {
    return given;
  }

  /** Percent to learn from. */
  public IntegerProperty trainProperty() {
    return train;
  }

  /** Percent to choose by. */
  public IntegerProperty validationProperty() {
    return validation;
  }

  /** Percent to test on. */
  public IntegerProperty testProperty() {
    return test;
  }

  /** Seed of the draw. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** A regular expression that tells the patient by the film's name; empty for none. */
  public StringProperty patternProperty() {
    return pattern;
  }

  /** What is wrong with the pattern; empty where nothing is. */
  public ReadOnlyStringProperty patternTroubleProperty() {
    return patternTrouble.getReadOnlyProperty();
  }

  /** What the pattern makes of some films' names. */
  public ObservableList<PatientPattern.Example> examples() {
    return examples;
  }

  /** The films and their parts; null while they cannot be shared out. */
  public ReadOnlyObjectProperty<@Nullable ChosenFilms> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** How films are shared out. */
  public SplitWish wish() {
    return new SplitWish(given.get(), train.get(), validation.get(), test.get(), seed.get());
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
    pattern.set(patients);
    given.set(split.given());
    train.set(split.train());
    validation.set(split.validation());
    test.set(split.test());
    seed.set(split.seed());
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

  /** The shares make a hundred, as far as one of them can see to it. */
  private void giveRestTo(IntegerProperty other) {
    int rest = 100 - train.get() - validation.get() - test.get() + other.get();
    if (!filling && rest >= 0) {
      filling = true;
      other.set(rest);
      filling = false;
      share();
    }
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
    Optional<PatientPattern> patients = tryPattern(report);
    Map<String, String> names = names();
    SplitWish wish = wish();
    if (!patternTrouble.get().isEmpty()) {
      sharing.forget();
      chosen.set(null);
      reason.set(patternTrouble.get());
      return;
    }
    reason.set("The films are being shared out…");
    sharing.ask(
        (progress, cancellation) -> ChosenFilms.of(found.taken(report), names, patients, wish));
  }

  private Optional<PatientPattern> tryPattern(ScanReport report) {
    patternTrouble.set("");
    examples.clear();
    String text = pattern.get().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      PatientPattern tried = PatientPattern.of(text);
      examples.setAll(
          tried.examples(
              report.set().films().stream()
                  .limit(EXAMPLES)
                  .map(film -> film.film().name())
                  .toList()));
      return Optional.of(tried);
    } catch (Failure e) {
      patternTrouble.set(e.getMessage());
      return Optional.empty();
    }
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
