package negatoscope.workstation.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.library.StoredWeights;
import negatoscope.library.WeightStore;
import negatoscope.network.Backbone;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The weights that a training can start from, and what can be done with them. */
public final class WeightsViewModel {
  private final WeightStore store;
  private final TaskRunner runner;
  private final LongJob job;
  private final ObservableList<WeightRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable WeightRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  /** What the store holds. */
  private record Content(List<StoredWeights> stored, List<Path> damaged) {}

  /**
   * An empty list, until {@link #refresh}.
   *
   * @param window runs what it is given on the JavaFX thread
   */
  public WeightsViewModel(WeightStore store, TaskRunner runner, Executor window) {
    this.store = store;
    this.runner = runner;
    this.job = new LongJob(runner, window);
  }

  /** By backbone; one without weights has a row too. */
  public ObservableList<WeightRow> rows() {
    return rows;
  }

  /** The row that actions are about; null for none. */
  public ObjectProperty<@Nullable WeightRow> selectedProperty() {
    return selected;
  }

  /** What runs, and how the last action ended. */
  public LongJob job() {
    return job;
  }

  /** Why something is not listed; empty where all is well. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Reads the list anew; weights may have been imported elsewhere. */
  public void refresh() {
    WeightRow before = selected.get();
    refresh(before == null ? Backbone.VGG19 : before.backbone());
  }

  private void refresh(Backbone select) {
    Cancellation unused =
        runner.run(
            "Listing the start weights",
            (progress, cancellation) -> new Content(store.list(), store.damaged()),
            outcome -> take(outcome, select));
  }

  private void take(Outcome<Content> outcome, Backbone select) {
    if (outcome instanceof Outcome.Failed<Content> failed) {
      trouble.set(failed.failure().getMessage());
    } else if (outcome instanceof Outcome.Done<Content> done) {
      trouble.set(
          done.value().damaged().stream()
              .map(path -> path + " is damaged: import its file again, or delete it.")
              .collect(Collectors.joining("\n")));
      List<WeightRow> all = new ArrayList<>();
      for (Backbone backbone : Backbone.values()) {
        List<StoredWeights> own =
            done.value().stored().stream().filter(one -> one.backbone() == backbone).toList();
        own.forEach(one -> all.add(new WeightRow(store.published(backbone), one)));
        if (own.isEmpty()) {
          all.add(new WeightRow(store.published(backbone), null));
        }
      }
      rows.setAll(all);
      selected.set(
          all.stream().filter(row -> row.backbone() == select).findFirst().orElse(all.get(0)));
    }
  }

  /** Takes in a weight file; its backbone is recognised. */
  public void importFile(Path file) {
    job.run(
        "Importing " + file.getFileName(),
        (progress, cancellation) ->
            store.importFile(file, Optional.empty(), progress, cancellation),
        stored ->
            "Imported weights of %s. ".formatted(stored.backbone().title())
                + stored.doubt().orElse(""),
        stored -> refresh(stored.backbone()));
  }

  /**
   * Fetches the published weights of the selected backbone; what a cancelled or broken transfer
   * left is used by the next. To be called on the user's word only, after {@link WeightRow#offer}
   * was shown.
   */
  public void download() {
    WeightRow row = selected.get();
    if (row == null) {
      return;
    }
    job.run(
        "Downloading weights of " + row.backbone().title(),
        (progress, cancellation) -> store.download(row.backbone(), progress, cancellation),
        stored -> "The weights of %s are here.".formatted(stored.backbone().title()),
        stored -> refresh(stored.backbone()));
  }

  /** Deletes the selected weights. */
  public void remove() {
    WeightRow row = selected.get();
    if (row == null || row.stored() == null) {
      return;
    }
    StoredWeights stored = row.stored();
    job.run(
        "Deleting " + stored.name(),
        (progress, cancellation) -> {
          store.remove(stored);
          return stored.name();
        },
        name -> name + " was deleted.",
        name -> refresh(stored.backbone()));
  }
}
