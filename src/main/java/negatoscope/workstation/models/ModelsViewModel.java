package negatoscope.workstation.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.library.Library;
import negatoscope.library.Removal;
import negatoscope.library.Shelf;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The models of the library, and what can be done with them. */
public final class ModelsViewModel {
  private final Library library;
  private final ModelInUse inUse;
  private final TaskRunner runner;
  private final LongJob job;
  private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ModelRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Removal> removal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper defaultTrouble = new ReadOnlyStringWrapper("");

  /**
   * Lists the models in the background.
   *
   * @param window runs what it is given on the JavaFX thread
   */
  public ModelsViewModel(Library library, ModelInUse inUse, TaskRunner runner, Executor window) {
    this.library = library;
    this.inUse = inUse;
    this.runner = runner;
    this.job = new LongJob(runner, window);
    refresh();
  }

  /** The bundled model first, the others by name, damaged ones last. */
  public ObservableList<ModelRow> rows() {
    return rows;
  }

  /** The row whose card is shown; null for none. */
  public ObjectProperty<@Nullable ModelRow> selectedProperty() {
    return selected;
  }

  /** What runs, and how the last action ended. */
  public LongJob job() {
    return job;
  }

  /** The model in use. */
  public ModelInUse inUse() {
    return inUse;
  }

  /** The model removed last, which can be brought back; null for none. */
  public ReadOnlyObjectProperty<@Nullable Removal> removalProperty() {
    return removal.getReadOnlyProperty();
  }

  /** Why the list cannot be read; empty where it can. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Why the model that was chosen as the default is not used; empty where it is. */
  public ReadOnlyStringProperty defaultTroubleProperty() {
    return defaultTrouble.getReadOnlyProperty();
  }

  /** Reads the list anew; models may have been trained or imported elsewhere. */
  public void refresh() {
    refresh(selectedName());
  }

  private String selectedName() {
    return row().map(ModelRow::name).or(inUse::name).orElse("");
  }

  private void refresh(String select) {
    Cancellation unused =
        runner.run(
            "Listing the models",
            (progress, cancellation) -> library.list(),
            outcome -> take(outcome, select));
    Cancellation unusedToo =
        runner.run(
            "Looking at the default model",
            (progress, cancellation) -> library.defaultTrouble().orElse(""),
            this::takeTrouble);
  }

  private void takeTrouble(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      defaultTrouble.set(done.value());
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      defaultTrouble.set(failed.failure().getMessage());
    }
  }

  private void take(Outcome<Shelf> outcome, String select) {
    if (outcome instanceof Outcome.Failed<Shelf> failed) {
      trouble.set(failed.failure().getMessage());
    } else if (outcome instanceof Outcome.Done<Shelf> done) {
      trouble.set("");
      List<ModelRow> all = new ArrayList<>();
      done.value().models().forEach(entry -> all.add(ModelRow.of(entry)));
      done.value().damaged().forEach(damaged -> all.add(ModelRow.of(damaged)));
      rows.setAll(all);
      selected.set(
          all.stream()
              .filter(row -> row.name().equals(select))
              .findFirst()
              .orElseGet(() -> all.isEmpty() ? null : all.get(0)));
    }
  }

  /** Brings the selected model into use; a damaged one stays where it is. */
  public void use() {
    row().filter(row -> row.card() != null).ifPresent(row -> inUse.choose(row.name()));
  }

  /**
   * Takes models into the library, from folders or ZIPs, one after the other. One that is refused
   * does not hold up the others.
   */
  public void importModels(List<Path> foldersOrZips) {
    if (!foldersOrZips.isEmpty()) {
      job.run(
          ModelImports.title(foldersOrZips),
          new ModelImports(library, foldersOrZips),
          ModelImports.Result::sentence,
          result -> {
            if (result.isRefused()) {
              job.warn(result.sentence());
            }
            refresh(result.last().orElseGet(this::selectedName));
          });
    }
  }

  /** Writes the selected model to a ZIP or a new folder, see {@link ModelExports}. */
  public void exportModel(Path zipOrFolder) {
    row()
        .ifPresent(
            row ->
                job.run(
                    "Exporting " + row.name(),
                    new ModelExports(library, row.name(), zipOrFolder),
                    name -> "Exported " + name + " to " + zipOrFolder + ".",
                    name -> {}));
  }

  /** Gives the selected model another name; where it is in use it stays so. */
  public void rename(String newName) {
    ModelRow row = selected.get();
    if (row == null || row.name().equals(newName)) {
      return;
    }
    boolean used = isInUse(row);
    job.run(
        "Renaming " + row.name(),
        (progress, cancellation) -> {
          library.rename(row.name(), newName);
          return newName;
        },
        name -> "Renamed " + row.name() + " to " + name + ".",
        name -> {
          refresh(name);
          if (used) {
            inUse.use(name);
          }
        });
  }

  /** Removes the selected model; where it is in use, the default one takes its place. */
  public void remove() {
    ModelRow row = selected.get();
    if (row == null) {
      return;
    }
    boolean used = isInUse(row);
    String neighbour = neighbourOf(row);
    job.run(
        "Removing " + row.name(),
        (progress, cancellation) -> library.remove(row.name()),
        gone -> "",
        gone -> {
          removal.set(gone);
          refresh(neighbour);
          if (used) {
            usePreferred();
          }
        });
  }

  private String neighbourOf(ModelRow row) {
    int next = rows.indexOf(row) + 1;
    return rows.size() < 2 ? "" : rows.get(next < rows.size() ? next : next - 2).name();
  }

  private void usePreferred() {
    Cancellation unused =
        runner.run(
            "Looking for the default model",
            (progress, cancellation) -> library.preferred().model().card().name(),
            outcome -> {
              if (outcome instanceof Outcome.Done<String> done) {
                inUse.use(done.value());
              } else if (outcome instanceof Outcome.Failed<String> failed) {
                job.warn(failed.failure().getMessage());
              }
            });
  }

  /** Brings back the model that was removed last. */
  public void undo() {
    Removal gone = removal.get();
    if (gone == null) {
      return;
    }
    job.run(
        "Bringing back " + gone.name(),
        (progress, cancellation) -> {
          gone.undo();
          return gone.name();
        },
        name -> name + " is back.",
        name -> {
          removal.set(null);
          refresh(name);
        });
  }

  /** Makes the selected model the one that is in use from the next start on. */
  public void setDefault() {
    row()
        .ifPresent(
            row ->
                job.run(
                    "Choosing the default model",
                    (progress, cancellation) -> {
                      library.setDefault(row.name());
                      return row.name();
                    },
                    name -> name + " is the default from now on.",
                    this::refresh));
  }

  /** Whether a row is the model in use. */
  public boolean isInUse(ModelRow row) {
    return inUse.name().filter(row.name()::equals).isPresent();
  }

  private Optional<ModelRow> row() {
    return Optional.ofNullable(selected.get());
  }
}
