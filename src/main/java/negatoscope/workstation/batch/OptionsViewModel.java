package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import negatoscope.library.card.ModelCard;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.screening.worklist.ReadingOrder;
import org.jspecify.annotations.Nullable;

/** How a folder is screened, beside the model in use. Lives on the JavaFX thread. */
public final class OptionsViewModel {
  /** Hours of waiting that can be chosen, at most: four weeks. */
  static final int MOST_HOURS = 672;

  private final ObservableValue<@Nullable ModelCard> model;
  private final Supplier<List<ModelCard>> cards;
  private final BooleanProperty heatMaps = new SimpleBooleanProperty(true);
  private final BooleanProperty dicom = new SimpleBooleanProperty(false);
  private final BooleanProperty watch = new SimpleBooleanProperty(false);
  private final StringProperty second = new SimpleStringProperty("");
  private final IntegerProperty overdueHours =
      new SimpleIntegerProperty(Math.toIntExact(ReadingOrder.OVERDUE.toHours()));

  /**
   * What the command line does where nothing is said.
   *
   * @param model the model in use; null where there is none
   * @param cards of all models at hand
   */
  OptionsViewModel(ObservableValue<@Nullable ModelCard> model, Supplier<List<ModelCard>> cards) {
    this.model = model;
    this.cards = cards;
  }

  /** Whether a picture of where the network looked is made of each film. */
  public BooleanProperty heatMapsProperty() {
    return heatMaps;
  }

  /** Whether DICOM objects are made of each film: its heat map and a structured report. */
  public BooleanProperty dicomProperty() {
    return dicom;
  }

  /** Whether films are taken as they come into the folder, until the run is cancelled. */
  public BooleanProperty watchProperty() {
    return watch;
  }

  /**
   * The name of a model whose answers are compared with those of the one in use; empty for none.
   */
  public StringProperty secondProperty() {
    return second;
  }

  /** From how many hours of waiting on a film comes first, 0 to {@value #MOST_HOURS}. */
  public IntegerProperty overdueHoursProperty() {
    return overdueHours;
  }

  /** The names of the models that may be the second one. */
  public List<String> others() {
    ModelCard inUse = model.getValue();
    return cards.get().stream()
        .filter(card -> inUse == null || !card.id().equals(inUse.id()))
        .map(ModelCard::name)
        .toList();
  }

  Duration overdue() {
    return Duration.ofHours(overdueHours.get());
  }

  /** What a screening depends on when it is made now with the model in use. */
  KeptSettings settings(ModelCard inUse) {
    return new KeptSettings(
        inUse.id(),
        secondCard().map(ModelCard::id).orElse(second.get()),
        heatMaps.get(),
        dicom.get());
  }

  /** The second model; empty where there is to be none, or it is no longer there. */
  Optional<ModelCard> secondCard() {
    return cards.get().stream().filter(card -> card.name().equals(second.get())).findFirst();
  }

  /** Takes over how a screening was made, so that it can be gone on with at once. */
  void adopt(KeptSettings made) {
    heatMaps.set(made.heatMaps());
    dicom.set(made.dicom());
    second.set(
        cards.get().stream()
            .filter(card -> card.id().equals(made.second()))
            .map(ModelCard::name)
            .findFirst()
            .orElse(""));
  }

  /** Why no screening can be made like that; empty where it can. */
  Optional<String> hindrance() {
    ModelCard inUse = model.getValue();
    if (inUse == null) {
      return Optional.of("There is no model in use. Choose one under Models.");
    }
    if (second.get().isEmpty()) {
      return Optional.empty();
    }
    if (second.get().equals(inUse.name())) {
      return Optional.of("The second model is the one in use. Choose another, or none.");
    }
    return secondCard().isPresent()
        ? Optional.empty()
        : Optional.of(
            "The second model, %s, is no longer there. Choose another, or none."
                .formatted(second.get()));
  }

  /** What is to be screened that way. */
  ScreeningOrder order(Path folder, Path out, Start start, ScreeningOrder.Dicom by) {
    ScreeningOrder order =
        new ScreeningOrder(
            folder,
            out,
            start,
            heatMaps.get(),
            dicom.get() ? Optional.of(by) : Optional.empty(),
            overdue());
    return watch.get() ? order.watching() : order;
  }
}
