package negatoscope.workstation.trainer.network;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.library.Library;
import negatoscope.library.Shelf;
import negatoscope.network.Backbone;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.trainer.step.Latest;
import org.jspecify.annotations.Nullable;

/** The library's models that a training can start from: those that keep their raw weights. */
public final class StartModels {
  private final Library library;
  private final ObservableList<Choice> list = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Choice> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper without = new ReadOnlyStringWrapper("");
  private final Latest<Found> listing;
  private String wished = "";

  /** A model by its name. */
  public record Choice(String name, Backbone backbone) {
    /** For people. */
    public String sentence() {
      return name + " (" + backbone.title() + ")";
    }
  }

  private record Found(List<Choice> models, List<String> without) {}

  /**
   * None, until {@link #refresh}.
   *
   * @param quick for what takes a moment
   */
  public StartModels(Library library, TaskRunner quick) {
    this.library = library;
    listing = new Latest<>(quick, "Listing models to start from", this::take);
  }

  /** Those that can be chosen. */
  public ObservableList<Choice> list() {
    return list;
  }

  /** The one that was chosen; null where the network starts from other weights. */
  public ObjectProperty<@Nullable Choice> selectedProperty() {
    return selected;
  }

  /** Which models cannot be chosen, and why; empty for none. */
  public ReadOnlyStringProperty withoutProperty() {
    return without.getReadOnlyProperty();
  }

  /** Reads the list anew. */
  void refresh() {
    listing.ask((progress, cancellation) -> find());
  }

  /** Takes up a former choice; an empty name for none. */
  void restore(String name) {
    wished = name;
    selected.set(null);
    refresh();
  }

  private Found find() {
    List<Choice> all =
        library.list().models().stream()
            .map(Shelf.Entry::card)
            .flatMap(
                card ->
                    Backbone.ofId(card.backbone())
                        .map(backbone -> new Choice(card.name(), backbone))
                        .stream())
            .toList();
    List<Choice> with = all.stream().filter(this::hasWeights).toList();
    return new Found(
        with, all.stream().filter(one -> !with.contains(one)).map(Choice::name).toList());
  }

  private boolean hasWeights(Choice model) {
    return !model.name().equals(Library.BUNDLED)
        && Files.isRegularFile(library.folder(model.name()).resolve(WeightsFile.NAME));
  }

  private void take(Outcome<Found> outcome) {
    if (outcome instanceof Outcome.Done<Found> done) {
      Choice before = selected.get();
      String name = before == null ? wished : before.name();
      list.setAll(done.value().models());
      selected.set(
          Stream.of(name)
              .flatMap(wanted -> list.stream().filter(one -> one.name().equals(wanted)))
              .findFirst()
              .orElse(null));
      wished = "";
      List<String> none = done.value().without();
      without.set(
          none.isEmpty()
              ? ""
              : "Without the raw weights that a training starts from: "
                  + String.join(", ", none)
                  + ".");
    } else if (outcome instanceof Outcome.Failed<Found> failed) {
      without.set(failed.failure().getMessage());
    }
  }
}
