package negatoscope.workstation.trainer;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.training.recipe.Recipe;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.step.Latest;

/** Trainings of before that can go on, or whose model was not saved yet. */
public final class KeptTrainings {
  private final RunFolders folders;
  private final ObservableList<Kept> list = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final Latest<List<Kept>> listing;
  private final TaskRunner quick;

  /**
   * One of them.
   *
   * @param finished whether only the saving is left
   */
  public record Kept(RunFolder folder, boolean finished) {
    /** In a sentence. */
    public String sentence() {
      String started = folder.plan().started().replace('T', ' ').replaceFirst(":..Z$", "");
      return finished
          ? "A model of %s from %s, of %s (UTC), is trained but not saved."
              .formatted(folder.backbone().title(), folder.plan().source(), started)
          : "A training of %s on %s, begun %s (UTC), can go on."
              .formatted(folder.backbone().title(), folder.plan().source(), started);
    }
  }

  KeptTrainings(RunFolders folders, TaskRunner quick) {
    this.folders = folders;
    this.quick = quick;
    listing = new Latest<>(quick, "Looking for former trainings", this::take);
  }

  /** The latest first. */
  public ObservableList<Kept> list() {
    return list;
  }

  /** What went wrong with them; empty for nothing. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Looks for them. */
  public void refresh() {
    listing.ask(
        (progress, cancellation) ->
            folders.list().stream().map(folder -> new Kept(folder, folder.finished())).toList());
  }

  private void take(Outcome<List<Kept>> outcome) {
    if (outcome instanceof Outcome.Done<List<Kept>> done) {
      list.setAll(done.value());
    } else if (outcome instanceof Outcome.Failed<List<Kept>> failed) {
      trouble.set(failed.failure().getMessage());
    }
  }

  /** Reads a training's recipe. */
  void recipe(RunFolder folder, Consumer<Recipe> then) {
    new Latest<Recipe>(
            quick,
            "Reading the recipe",
            outcome -> {
              if (outcome instanceof Outcome.Done<Recipe> done) {
                trouble.set("");
                then.accept(done.value());
              } else if (outcome instanceof Outcome.Failed<Recipe> failed) {
                trouble.set(failed.failure().getMessage());
              }
            })
        .ask((progress, cancellation) -> folder.recipe());
  }

  /** Deletes one for good. */
  public void throwAway(Kept kept) {
    listing.ask(
        (progress, cancellation) -> {
          kept.folder().delete();
          return folders.list().stream()
              .map(folder -> new Kept(folder, folder.finished()))
              .toList();
        });
  }
}
