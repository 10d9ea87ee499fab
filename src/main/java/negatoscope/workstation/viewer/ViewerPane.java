package negatoscope.workstation.viewer;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import negatoscope.film.Film;
import negatoscope.film.Shutter;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;

/**
 * The large film: draws what the view model says, at most once a frame, and takes mouse and keys.
 */
public final class ViewerPane extends Region {
  private static final double MARGIN = 10;

  /** Below this height of the pane there is no room for the colour bar between the corners. */
  private static final double ROOM_FOR_BAR = 300;

  private final ViewerViewModel model;
  private final ScreenImage film = new ScreenImage("film");
  private final FilmRaster raster = new FilmRaster();
  private final ShutterLayer shutter = new ShutterLayer();
  private final ScreenImage planes = new ScreenImage("planes");
  private final OverlayImage overlay = new OverlayImage();
  private final ColourBar bar = new ColourBar();
  private final CornerLayer corners = new CornerLayer();
  private final Label message = new Label();
  private final Rectangle edge = new Rectangle();
  private boolean filmDirty = true;
  private boolean overlayDirty = true;
  private final ObservableValue<Number> outputScale;

  /** A pane for the given model. */
  public ViewerPane(ViewerViewModel model) {
    this.model = model;
    getStyleClass().add("viewer");
    setFocusTraversable(true);
    setAccessibleText("Film");
    setClip(edge);
    message.setId("viewer-message");
    message.getStyleClass().add("viewer-message");
    message.setMouseTransparent(true);
    message.setWrapText(true);
    message.textProperty().bind(model.messageProperty());
    message.visibleProperty().bind(model.messageProperty().isNotEmpty());
    overlay.view().opacityProperty().bind(model.layers().heatOpacityProperty());
    getChildren()
        .addAll(film.view(), shutter.view(), overlay.view(), planes.view(), bar, corners, message);
    new ViewerInput(this, model);
    outputScale =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::outputScaleXProperty)
            .map(ViewerPane::number)
            .orElse(1);
    follow();
  }

  private static Number number(Number scale) {
    return scale;
  }

  private void follow() {
    widthProperty().addListener(property -> resize());
    heightProperty().addListener(property -> resize());
    outputScale.addListener((property, old, now) -> resize());
    model.renderingProperty().addListener((property, old, now) -> redraw(false));
    model.pyramidProperty().addListener((property, old, now) -> redraw(false));
    model.placementProperty().addListener((property, old, now) -> redraw(true));
    model.layers().heatProperty().addListener((property, old, now) -> redrawOverlay());
    model.layers().heatShownProperty().addListener((property, old, now) -> redrawOverlay());
    model.planesProperty().addListener((property, old, now) -> redrawOverlay());
    model.layers().planesShownProperty().addListener((property, old, now) -> redrawOverlay());
    model.layers().shutterShownProperty().addListener((property, old, now) -> redrawOverlay());
    model.cornerTextsProperty().addListener((property, old, now) -> corners.show(now));
    corners.show(model.cornerTextsProperty().get());
  }

  private double scale() {
    return outputScale.getValue().doubleValue();
  }

  private void resize() {
    model.resize(getWidth(), getHeight(), scale());
    redraw(true);
  }

  private void redraw(boolean moved) {
    filmDirty = true;
    overlayDirty |= moved;
    requestLayout();
  }

  private void redrawOverlay() {
    overlayDirty = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    edge.setWidth(getWidth());
    edge.setHeight(getHeight());
    corners.resizeRelocate(0, 0, getWidth(), getHeight());
    layoutMessage();
    if (filmDirty) {
      filmDirty = false;
      drawFilm();
    }
    if (overlayDirty) {
      overlayDirty = false;
      drawOverlay();
      drawLayers();
    }
    layoutBar();
  }

  private void layoutMessage() {
    double width = Math.min(560, getWidth() - 2 * MARGIN);
    double height = Math.min(message.prefHeight(width), getHeight());
    message.resizeRelocate(
        (getWidth() - width) / 2, (getHeight() - height) / 2, Math.max(0, width), height);
  }

  private void layoutBar() {
    double height = Math.min(240, getHeight() / 3);
    double width = bar.prefWidth(-1);
    bar.resizeRelocate(
        getWidth() - MARGIN - width, snapPositionY((getHeight() - height) / 2), width, height);
  }

  private void drawFilm() {
    Film shown = model.filmProperty().get();
    Rendering rendering = model.renderingProperty().get();
    FilmPyramid pyramid = model.pyramidProperty().get();
    FilmPlacement placement = model.placementProperty().get();
    if (shown == null || rendering == null || pyramid == null || placement == null) {
      film.clear();
    } else {
      film.draw(
          FilmRaster.visible(placement, scale()),
          scale(),
          (target, stride) -> raster.draw(rendering, pyramid, placement, scale(), target, stride));
    }
  }

  private void drawLayers() {
    FilmPlacement placement = model.placementProperty().get();
    Film shown = model.filmProperty().get();
    Optional<Shutter> own = shown == null ? Optional.empty() : shown.presentation().shutter();
    if (placement == null || own.isEmpty() || !model.layers().shutterShownProperty().get()) {
      shutter.clear();
    } else {
      shutter.show(own.get(), placement, scale());
    }
    OverlayPlanes drawn = model.planesProperty().get();
    boolean wanted = model.layers().planesProperty().getValue();
    if (placement == null
        || drawn == null
        || !wanted
        || !model.layers().planesShownProperty().get()) {
      planes.clear();
    } else {
      planes.draw(
          FilmRaster.visible(placement, scale()),
          scale(),
          (target, stride) -> drawn.draw(placement, scale(), target, stride));
    }
  }

  private void drawOverlay() {
    HeatOverlay map = model.layers().heatProperty().get();
    FilmPlacement placement = model.placementProperty().get();
    boolean visible = map != null && placement != null && model.layers().heatShownProperty().get();
    overlay.view().setVisible(visible);
    bar.setVisible(visible && getHeight() >= ROOM_FOR_BAR);
    if (visible) {
      overlay.show(Objects.requireNonNull(map), Objects.requireNonNull(placement));
      bar.show(map);
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(getClass().getResource("viewer.css")).toExternalForm();
  }
}
