package negatoscope.workstation.viewer;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import negatoscope.film.Film;
import negatoscope.film.Window;
import negatoscope.rendering.HeatOverlay;
import negatoscope.rendering.Rendering;
import negatoscope.task.Failure;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * What the large film shows, and everything that can be done to it.
 *
 * <p>A new film is prepared in the background: first its rendering, from which on it is visible,
 * then its halves for smooth viewing from afar. Window, inversion and place are remembered for each
 * film while it is in use elsewhere. To be used on the JavaFX thread.
 */
public final class ViewerViewModel {
  private static final double KEY_OPACITY = 0.05;

  private final ObjectProperty<@Nullable Film> film = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Rendering> rendering = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable HeatOverlay> overlay = new SimpleObjectProperty<>();
  private final BooleanProperty overlayVisible = new SimpleBooleanProperty(true);
  private final DoubleProperty overlayOpacity = new SimpleDoubleProperty(0.4);
  private final BooleanProperty maximised = new SimpleBooleanProperty();
  private final StringProperty message = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable FilmPlacement> placement =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FilmPyramid> pyramid =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper fitted = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyStringWrapper windowText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper zoomText = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<CornerTexts> cornerTexts =
      new ReadOnlyObjectWrapper<>(CornerTexts.NONE);

  private final FilmPreparation preparation;
  private final Map<Film, Place> places = new WeakHashMap<>();
  private @Nullable Rendering base;
  private double paneWidth = 1;
  private double paneHeight = 1;
  private double scale = 1;

  /** How a film was left; holds nothing that holds the film. */
  private record Place(Window window, boolean inverted, boolean fitted, FilmPlacement placement) {
    Rendering again(Rendering first) {
      Rendering windowed = window.equals(first.window()) ? first : first.withWindow(window);
      return windowed.inverted(inverted);
    }
  }

  /**
   * A viewer without a film.
   *
   * @param runner takes the preparing of films; calls back on the JavaFX thread
   */
  public ViewerViewModel(TaskRunner runner) {
    preparation = new FilmPreparation(runner, new Prepared());
    film.addListener((property, old, now) -> changeFilm(old, now));
    rendering.addListener(property -> refreshTexts());
    placement.addListener(property -> refreshTexts());
  }

  private void changeFilm(@Nullable Film old, @Nullable Film now) {
    if (old != null) {
      remember(old);
    }
    base = null;
    rendering.set(null);
    pyramid.set(null);
    placement.set(null);
    preparation.want(now);
  }

  /** Takes what was prepared for the film shown. */
  private final class Prepared implements FilmPreparation.Listener {
    @Override
    public void visible(Film which, Rendering first, FilmPyramid samples) {
      show(which, first);
      pyramid.set(samples);
    }

    @Override
    public void refined(FilmPyramid samples) {
      pyramid.set(samples);
    }

    @Override
    public void failed(Failure failure) {
      message.set(failure.getMessage());
    }
  }

  private void show(Film which, Rendering first) {
    base = first;
    Place place = places.get(which);
    if (place == null) {
      fit();
    } else {
      fitted.set(place.fitted);
      placement.set(place.fitted ? fittedPlacement(which) : place.placement);
      resize(paneWidth, paneHeight, scale);
    }
    if (rendering.get() == null) {
      rendering.set(place == null ? first : place.again(first));
    }
  }

  private void remember(Film old) {
    Rendering shown = rendering.get();
    FilmPlacement where = placement.get();
    if (shown != null && where != null) {
      places.put(old, new Place(shown.window(), shown.isInverted(), fitted.get(), where));
    }
  }

  /** Drops what is kept of a film that was closed. */
  public void forget(Film closed) {
    preparation.forget(closed);
    places.remove(closed);
  }

  private void refreshTexts() {
    Film shown = film.get();
    Rendering how = rendering.get();
    FilmPlacement where = placement.get();
    windowText.set(how == null ? "" : CornerTexts.window(how.window()));
    zoomText.set(where == null ? "" : CornerTexts.zoom(where.zoom() * scale));
    zoom.set(where == null ? 1 : where.zoom() * scale);
    cornerTexts.set(
        shown == null
            ? CornerTexts.NONE
            : CornerTexts.of(
                shown, windowText.get(), zoomText.get(), how != null && how.isInverted()));
  }

  /**
   * Tells the size of the pane that shows the film. A fitted film stays fitted, another keeps its
   * middle.
   *
   * @param pixelScale screen pixels a pane unit
   */
  public void resize(double width, double height, double pixelScale) {
    paneWidth = Math.max(1, width);
    paneHeight = Math.max(1, height);
    scale = pixelScale;
    Film shown = film.get();
    if (shown != null && fitted.get() && placement.get() != null) {
      placement.set(fittedPlacement(shown));
    } else {
      place(where -> where.resized(paneWidth, paneHeight));
    }
    refreshTexts();
  }

  private FilmPlacement fittedPlacement(Film which) {
    return FilmPlacement.fitted(which.width(), which.height(), paneWidth, paneHeight);
  }

  /** Shows the whole film, as large as the pane allows, and keeps it so when the pane changes. */
  public void fit() {
    Film shown = film.get();
    if (shown != null) {
      fitted.set(true);
      placement.set(fittedPlacement(shown));
    }
  }

  /** Shows one film pixel on one screen pixel; what is in the pane's middle stays there. */
  public void oneToOne() {
    move(where -> where.zoomedAt(paneWidth / 2, paneHeight / 2, 1 / scale));
  }

  /**
   * Zooms; the film point under the given pane point stays there.
   *
   * @param factor above 1 to enlarge
   */
  public void zoomAt(double x, double y, double factor) {
    move(where -> where.zoomedAt(x, y, where.zoom() * factor));
  }

  /** Zooms at the pane's middle. */
  public void zoom(double factor) {
    zoomAt(paneWidth / 2, paneHeight / 2, factor);
  }

  /** Moves the film by pane distances. */
  public void pan(double dx, double dy) {
    move(where -> where.panned(dx, dy));
  }

  private void move(UnaryOperator<FilmPlacement> how) {
    if (placement.get() != null) {
      fitted.set(false);
      place(how);
    }
  }

  private void place(UnaryOperator<FilmPlacement> how) {
    FilmPlacement where = placement.get();
    if (where != null) {
      placement.set(how.apply(where));
    }
  }

  /** Whether there is more of the film than the pane shows, so that panning makes sense. */
  public boolean canPan() {
    FilmPlacement where = placement.get();
    return where != null && where.exceedsPane();
  }

  /** One step of a window/level drag, in pane units; see {@link WindowDrag}. */
  public void dragWindow(double dx, double dy, WindowDrag.Step step) {
    Rendering first = base;
    Rendering shown = rendering.get();
    if (first != null && shown != null) {
      rendering.set(shown.withWindow(WindowDrag.of(first).moved(shown, dx, dy, step)));
    }
  }

  /** Shows the film under a window of the user's or the file's choice. */
  public void showWindow(Window window) {
    change(shown -> shown.withWindow(window));
  }

  /** Turns black and white over, or back. */
  public void invert() {
    change(shown -> shown.inverted(!shown.isInverted()));
  }

  private void change(UnaryOperator<Rendering> how) {
    Rendering shown = rendering.get();
    if (shown != null) {
      rendering.set(how.apply(shown));
    }
  }

  /** Back to the first window, polarity and place. */
  public void reset() {
    if (base != null) {
      rendering.set(base);
      fit();
    }
  }

  /** Makes the heat map more (above 0) or less opaque; the sum stays within 0 to 1. */
  public void changeOpacity(double by) {
    double to = Math.round((overlayOpacity.get() + by) * 100) / 100.0;
    overlayOpacity.set(Math.max(0, Math.min(1, to)));
  }

  /** {@link #changeOpacity} by one key stroke or wheel notch, or several. */
  public void stepOpacity(int steps) {
    changeOpacity(steps * KEY_OPACITY);
  }

  /** Shows or hides the heat map. */
  public void toggleOverlay() {
    overlayVisible.set(!overlayVisible.get());
  }

  /** Shows the film alone, or the rest of the window again. */
  public void toggleMaximised() {
    maximised.set(!maximised.get());
  }

  /** The film shown, or null. */
  public ObjectProperty<@Nullable Film> filmProperty() {
    return film;
  }

  /** How the film is shown; null until its window is chosen. */
  public ObjectProperty<@Nullable Rendering> renderingProperty() {
    return rendering;
  }

  /** The heat map over the film, or null; whoever sets the film sets the map that belongs to it. */
  public ObjectProperty<@Nullable HeatOverlay> overlayProperty() {
    return overlay;
  }

  /** Whether the heat map is shown where there is one. */
  public BooleanProperty overlayVisibleProperty() {
    return overlayVisible;
  }

  /** 0 (the film alone) to 1 (the map's colours alone). */
  public DoubleProperty overlayOpacityProperty() {
    return overlayOpacity;
  }

  /** Whether the film wants the whole window; the shell reacts. */
  public BooleanProperty maximisedProperty() {
    return maximised;
  }

  /** A sentence in the film's place; empty for none. */
  public StringProperty messageProperty() {
    return message;
  }

  /** Screen pixels a film pixel. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** Whether the film follows the pane's size. */
  public ReadOnlyBooleanProperty fittedProperty() {
    return fitted.getReadOnlyProperty();
  }

  /** Where the film lies; null until it is shown. */
  public ReadOnlyObjectProperty<@Nullable FilmPlacement> placementProperty() {
    return placement.getReadOnlyProperty();
  }

  /** The film's halves, as far as they are made. */
  ReadOnlyObjectProperty<@Nullable FilmPyramid> pyramidProperty() {
    return pyramid.getReadOnlyProperty();
  }

  /** Centre and width as text. */
  public ReadOnlyStringProperty windowTextProperty() {
    return windowText.getReadOnlyProperty();
  }

  /** The zoom as text. */
  public ReadOnlyStringProperty zoomTextProperty() {
    return zoomText.getReadOnlyProperty();
  }

  /** What stands in the film's corners. */
  public ReadOnlyObjectProperty<CornerTexts> cornerTextsProperty() {
    return cornerTexts.getReadOnlyProperty();
  }
}
