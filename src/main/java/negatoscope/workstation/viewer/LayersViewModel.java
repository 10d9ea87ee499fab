package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import negatoscope.film.Film;
import negatoscope.rendering.HeatOverlay;
import org.jspecify.annotations.Nullable;

/** What lies over the film, and whether it is seen: heat map, overlay planes, shutter. */
public final class LayersViewModel {
  private static final double KEY_OPACITY = 0.05;

  private final ObjectProperty<@Nullable HeatOverlay> heat = new SimpleObjectProperty<>();
  private final BooleanProperty heatShown = new SimpleBooleanProperty(true);
  private final DoubleProperty heatOpacity = new SimpleDoubleProperty(0.4);
  private final BooleanProperty planesShown = new SimpleBooleanProperty(true);
  private final BooleanProperty shutterShown = new SimpleBooleanProperty(true);
  private final ObservableValue<Boolean> planes;
  private final ObservableValue<Boolean> shutter;

  LayersViewModel(ObservableValue<? extends @Nullable Film> film) {
    planes = film.map(shown -> !shown.presentation().overlays().isEmpty()).orElse(false);
    shutter = film.map(shown -> shown.presentation().shutter().isPresent()).orElse(false);
  }

  /** The heat map over the film, or null; whoever sets the film sets the map that belongs to it. */
  public ObjectProperty<@Nullable HeatOverlay> heatProperty() {
    return heat;
  }

  /** Whether the heat map is shown where there is one. */
  public BooleanProperty heatShownProperty() {
    return heatShown;
  }

  /** Shows or hides the heat map. */
  public void toggleHeat() {
    heatShown.set(!heatShown.get());
  }

  /** 0 (the film alone) to 1 (the map's colours alone). */
  public DoubleProperty heatOpacityProperty() {
    return heatOpacity;
  }

  /** Makes the heat map more (above 0) or less opaque; the sum stays within 0 to 1. */
  public void changeOpacity(double by) {
    double to = Math.round((heatOpacity.get() + by) * 100) / 100.0;
    heatOpacity.set(Math.max(0, Math.min(1, to)));
  }

  /** {@link #changeOpacity} by one key stroke or wheel notch, or several. */
  public void stepOpacity(int steps) {
    changeOpacity(steps * KEY_OPACITY);
  }

  /** Whether the file's overlay planes (group 60xx) are drawn. */
  public BooleanProperty planesShownProperty() {
    return planesShown;
  }

  /** Whether the file's shutter covers the film; a reader may want to look under it. */
  public BooleanProperty shutterShownProperty() {
    return shutterShown;
  }

  /** Whether the film has overlay planes. */
  public ObservableValue<Boolean> planesProperty() {
    return planes;
  }

  /** Whether the film has a shutter. */
  public ObservableValue<Boolean> shutterProperty() {
    return shutter;
  }

  /** Draws the overlay planes, or leaves them out. */
  public void togglePlanes() {
    planesShown.set(!planesShown.get());
  }

  /** Closes the shutter, or lifts it. */
  public void toggleShutter() {
    shutterShown.set(!shutterShown.get());
  }

  /** What of the film's own layers is not seen, for its corner. */
  List<String> hidden() {
    List<String> texts = new ArrayList<>();
    if (planes.getValue() && !planesShown.get()) {
      texts.add("Overlays hidden");
    }
    if (shutter.getValue() && !shutterShown.get()) {
      texts.add("Shutter lifted");
    }
    return texts;
  }
}
