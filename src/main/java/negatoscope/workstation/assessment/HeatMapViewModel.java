package negatoscope.workstation.assessment;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;
import negatoscope.tensor.TensorGeometry;
import negatoscope.workstation.settings.Settings.HeatMapSettings;
import negatoscope.workstation.studies.Answer;
import org.jspecify.annotations.Nullable;

/** Which heat map is painted over the film, and how. */
public final class HeatMapViewModel {
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final DoubleProperty opacity = new SimpleDoubleProperty(0.45);
  private final DoubleProperty threshold = new SimpleDoubleProperty(0.25);
  private final BooleanProperty uniform = new SimpleBooleanProperty(true);
  private final ObjectProperty<CamMethod> method = new SimpleObjectProperty<>(CamMethod.GRADCAM);
  private final ObjectProperty<ColourMap> colourMap = new SimpleObjectProperty<>(ColourMap.INFERNO);
  private final ObjectProperty<@Nullable String> className = new SimpleObjectProperty<>();
  private final ObservableValue<Answer> answer;
  private final ObjectBinding<@Nullable HeatMap> map;
  private final ObjectBinding<@Nullable HeatOverlay> overlay;
  private final ObservableValue<String> emptiness;

  /** Paints the heat map of an answer that may change. */
  public HeatMapViewModel(ObservableValue<Answer> answer) {
    this.answer = answer;
    this.map = Bindings.createObjectBinding(this::chosenMap, answer, method, className);
    this.overlay = Bindings.createObjectBinding(this::paint, map, colourMap, uniform, threshold);
    this.emptiness = map.map(HeatMapViewModel::emptiness).orElse("");
  }

  private static String emptiness(HeatMap chosen) {
    return chosen.empty()
        ? "%s of %s is empty: no place of this film speaks for that class. Nothing is painted."
            .formatted(chosen.method().title(), chosen.className())
        : "";
  }

  private @Nullable HeatMap chosenMap() {
    return classification().flatMap(this::mapOf).orElse(null);
  }

  private Optional<Classification> classification() {
    return answer.getValue() instanceof Answer.Done done
        ? Optional.of(done.classification())
        : Optional.empty();
  }

  private @Nullable HeatOverlay paint() {
    return Optional.ofNullable(map.get()).flatMap(this::overlayOf).orElse(null);
  }

  /** The map of the class and method chosen; of the most probable class where it has no such. */
  public Optional<HeatMap> mapOf(Classification said) {
    String name = className.get();
    String shown = name == null || !said.classes().contains(name) ? said.topClass() : name;
    return said.heatMap(shown, method.get());
  }

  /** A map as it is painted; empty where there is nothing to paint. */
  public Optional<HeatOverlay> overlayOf(HeatMap chosen) {
    if (!(chosen.greatest() > 0)) {
      return Optional.empty();
    }
    TensorGeometry place = chosen.geometry();
    return Optional.of(
        new HeatOverlay(
            chosen.values(),
            chosen.rows(),
            chosen.columns(),
            place.left(),
            place.top(),
            place.width(),
            place.height(),
            chosen.greatest(),
            colourMap.get(),
            uniform.get(),
            threshold.get()));
  }

  /** What people call a method. */
  public static String title(CamMethod method) {
    return method.title();
  }

  /** Whether the heat map is painted. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** How much of the heat map is seen over the film, 0 to 1. */
  public DoubleProperty opacityProperty() {
    return opacity;
  }

  /** Share of the greatest value below which nothing is painted, 0 to 1. */
  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** Whether every painted point has the same opacity; else the opacity follows the value. */
  public BooleanProperty uniformOpacityProperty() {
    return uniform;
  }

  /** How the map is made. */
  public ObjectProperty<CamMethod> methodProperty() {
    return method;
  }

  /** Its colours. */
  public ObjectProperty<ColourMap> colourMapProperty() {
    return colourMap;
  }

  /** The class whose map is shown; null for each film's most probable one. */
  public ObjectProperty<@Nullable String> classNameProperty() {
    return className;
  }

  /** The map chosen; null where there is no answer. */
  public ObservableValue<@Nullable HeatMap> mapProperty() {
    return map;
  }

  /** What is painted over the film; null where there is nothing to paint. */
  public ObservableValue<@Nullable HeatOverlay> overlayProperty() {
    return overlay;
  }

  /** Says that the chosen map is empty, so that nothing is painted; else an empty text. */
  public ObservableValue<String> emptinessProperty() {
    return emptiness;
  }

  /** Makes the heat map more or less opaque; stays within 0 to 1. */
  public void moreOpaque(double step) {
    opacity.set(Math.min(1, Math.max(0, Math.round((opacity.get() + step) * 100) / 100.0)));
  }

  /** Shows the map of the class after the one shown, from the last back to the first. */
  public void nextClass() {
    classification()
        .ifPresent(
            said -> {
              HeatMap shown = map.get();
              String name = shown == null ? said.topClass() : shown.className();
              int next = (said.classes().indexOf(name) + 1) % said.classes().size();
              className.set(said.classes().get(next));
            });
  }

  /** What is worth remembering. */
  public HeatMapSettings settings() {
    return new HeatMapSettings(
        visible.get(),
        opacity.get(),
        threshold.get(),
        uniform.get(),
        method.get().name(),
        colourMap.get().name());
  }

  /** Takes what was remembered; names that are not known leave the default. */
  public void apply(HeatMapSettings settings) {
    visible.set(settings.visible());
    opacity.set(settings.opacity());
    threshold.set(settings.threshold());
    uniform.set(settings.uniformOpacity());
    for (CamMethod known : CamMethod.values()) {
      if (known.name().equals(settings.method())) {
        method.set(known);
      }
    }
    for (ColourMap known : ColourMap.values()) {
      if (known.name().equals(settings.colourMap())) {
        colourMap.set(known);
      }
    }
  }
}
