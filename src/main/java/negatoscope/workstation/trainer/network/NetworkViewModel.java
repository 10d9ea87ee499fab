package negatoscope.workstation.trainer.network;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import negatoscope.workstation.models.WeightRow;
import negatoscope.workstation.models.WeightsViewModel;
import negatoscope.workstation.trainer.desk.Start;
import negatoscope.workstation.trainer.step.Step;

/** Which network, and which weights it starts from. */
public final class NetworkViewModel implements Step {
  private static final Backbone USUAL = Backbone.MOBILENET_V2;

  private final WeightsViewModel weights;
  private final StartModels models;
  private final Executor window;
  private final BooleanProperty drawn = new SimpleBooleanProperty(false);
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final StringBinding warning;
  private boolean chosen;
  private Backbone wished = USUAL;
  private String wishedWeights = "";

  /**
   * Nothing is chosen until the weights were listed; then the small network, or whichever has
   * weights here.
   *
   * @param models of the library; one that is chosen goes before all weights
   * @param weights of this wizard alone; its selection is the choice
   * @param window runs what it is given on the JavaFX thread
   */
  public NetworkViewModel(WeightsViewModel weights, StartModels models, Executor window) {
    this.weights = weights;
    this.models = models;
    this.window = window;
    weights.selectedProperty().addListener((property, before, now) -> listed());
    drawn.addListener((property, before, now) -> judge());
    models.selectedProperty().addListener((property, before, now) -> judge());
    warning =
        Bindings.createStringBinding(
            this::warn, weights.selectedProperty(), drawn, models.selectedProperty());
    judge();
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public String hint() {
    return "Which network, and from which weights does it start? A network that has seen other"
        + " pictures before needs far fewer films.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** The networks, the weights that are here, and what is missing. */
  public WeightsViewModel weights() {
    return weights;
  }

  /** Models of the library to start from. */
  public StartModels models() {
    return models;
  }

  /** The network that was chosen; MobileNetV2 while none is. */
  public Backbone backbone() {
    StartModels.Choice model = models.selectedProperty().get();
    WeightRow row = weights.selectedProperty().get();
    return model != null ? model.backbone() : row == null ? USUAL : row.backbone();
  }

  /** Whether the network starts from drawn weights, whatever is here. */
  public BooleanProperty drawnProperty() {
    return drawn;
  }

  /** What the user should know of the choice; empty for nothing. */
  public StringBinding warningProperty() {
    return warning;
  }

  @Override
  public void enter() {
    models.refresh();
    weights.refresh();
  }

  /** Takes up a former choice. */
  public void restore(Backbone backbone, String storedWeights) {
    chosen = false;
    wished = backbone;
    wishedWeights = storedWeights;
    String model = Start.modelOf(storedWeights);
    models.restore(model);
    drawn.set(storedWeights.isEmpty());
    weights.refresh();
  }

  /** The choice; empty while there is none. */
  public Optional<Start> start() {
    StartModels.Choice model = models.selectedProperty().get();
    if (model != null) {
      return Optional.of(new Start(model.backbone(), null, model.name()));
    }
    WeightRow row = weights.selectedProperty().get();
    if (row == null || !reason.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Start(row.backbone(), drawn.get() ? null : row.stored()));
  }

  private void listed() {
    if (!chosen && !weights.rows().isEmpty()) {
      chosen = true;
      // The list is still telling others what it selected itself.
      window.execute(this::choose);
    }
    judge();
  }

  private void choose() {
    WeightRow best =
        weights.rows().stream().max(Comparator.comparingInt(this::merit)).orElseThrow();
    if (best.stored() == null) {
      drawn.set(true);
    }
    weights.selectedProperty().set(best);
  }

  private int merit(WeightRow row) {
    StoredWeights stored = row.stored();
    boolean here = stored != null;
    boolean named = stored != null && stored.name().equals(wishedWeights);
    boolean usual = row.backbone() == wished;
    boolean needed = !drawn.get() || !usual;
    return (named && usual ? 8 : 0)
        + (here && needed ? 2 : 0)
        + (usual ? (drawn.get() ? 4 : 1) : 0);
  }

  private void judge() {
    WeightRow row = weights.selectedProperty().get();
    if (models.selectedProperty().get() != null) {
      reason.set("");
    } else if (row == null) {
      reason.set("The start weights are still being listed.");
    } else if (row.stored() == null && !drawn.get()) {
      reason.set(
          "The weights of %s are not here: import them, or tick that it starts from drawn ones."
              .formatted(row.backbone().title()));
    } else {
      reason.set("");
    }
  }

  private String warn() {
    StartModels.Choice model = models.selectedProperty().get();
    if (model != null) {
      return "If %s learned from these films, some of them may be tested on here, and the figures"
              .formatted(model.name())
          + " are too good.";
    }
    WeightRow row = weights.selectedProperty().get();
    return row != null && drawn.get()
        ? "From drawn weights %s has seen no picture before: it needs very many films, and what of"
                .formatted(row.backbone().title())
            + " it is frozen never learns anything."
        : "";
  }
}
