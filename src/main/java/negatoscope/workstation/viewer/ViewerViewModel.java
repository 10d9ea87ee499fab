package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;
import negatoscope.task.Failure;
import negatoscope.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * What the large film shows, and everything that can be done to it.
 *
 * <p>A new film is prepared in the background: first its rendering, from which on it is visible,
 * then its halves for smooth viewing from afar. Window, inversion and place are remembered for each
 * film while it is in use elsewhere; a frame takes them over from another of its file. To be used
 * on the JavaFX thread.
 */
public final class ViewerViewModel {
  private final ObjectProperty<@Nullable Film> film = new SimpleObjectProperty<>();
  private final WindowsViewModel windows;
  private final FramesViewModel frames = new FramesViewModel();
  private final LayersViewModel layers = new LayersViewModel(film);
  private final BooleanProperty maximised = new SimpleBooleanProperty();
  private final StringProperty message = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable FilmPlacement> placement =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FilmPyramid> pyramid =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable OverlayPlanes> planes =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<FilmWarning>> warnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper fitted = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyStringWrapper windowText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper zoomText = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<CornerTexts> cornerTexts =
      new ReadOnlyObjectWrapper<>(CornerTexts.NONE);

  private final FilmPreparation preparation;
  private final Map<Film, Place> places = new WeakHashMap<>();
  private double paneWidth = 1;
  private double paneHeight = 1;
  private double scale = 1;

  /** How a film was left; holds nothing that holds the film. */
  private record Place(WindowsViewModel.Left window, boolean fitted, FilmPlacement placement) {}

  /**
   * A viewer without a film.
   *
   * @param runner takes the preparing of films; calls back on the JavaFX thread
   */
  public ViewerViewModel(TaskRunner runner) {
    windows = new WindowsViewModel(runner);
    preparation = new FilmPreparation(runner, new Prepared());
    film.addListener((property, old, now) -> changeFilm(old, now));
    renderingProperty().addListener(property -> refreshTexts());
    placement.addListener(property -> refreshTexts());
    layers.planesShownProperty().addListener(property -> refreshTexts());
    layers.shutterShownProperty().addListener(property -> refreshTexts());
  }

  private void changeFilm(@Nullable Film old, @Nullable Film now) {
    if (old != null) {
      remember(old, now);
    }
    windows.clear();
    pyramid.set(null);
    planes.set(null);
    placement.set(null);
    warnings.set(now == null ? List.of() : now.warnings());
    preparation.want(now);
  }

  /** Takes what was prepared for the film shown. */
  private final class Prepared implements FilmPreparation.Listener {
    @Override
    public void visible(Film which, PreparedFilms.Prepared first) {
      show(which, first.base());
      pyramid.set(first.pyramid());
      planes.set(first.planes());
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
    List<FilmWarning> all = new ArrayList<>(which.warnings());
    all.addAll(first.warnings());
    warnings.set(List.copyOf(all));
    Place place = places.get(which);
    if (place == null) {
      fit();
    } else {
      fitted.set(place.fitted);
      placement.set(place.fitted ? fittedPlacement(which) : place.placement);
      resize(paneWidth, paneHeight, scale);
    }
    windows.begin(first, place == null ? null : place.window);
  }

  private void remember(Film old, @Nullable Film now) {
    WindowsViewModel.Left window = windows.left();
    FilmPlacement where = placement.get();
    if (window != null && where != null) {
      Place place = new Place(window, fitted.get(), where);
      places.put(old, place);
      if (now != null && isAnotherFrame(old, now)) {
        places.put(now, place);
      }
    }
  }

  private static boolean isAnotherFrame(Film one, Film other) {
    return one.provenance().file().equals(other.provenance().file())
        && one.provenance().frame() != other.provenance().frame()
        && one.width() == other.width()
        && one.height() == other.height();
  }

  /** Drops what is kept of a film that was closed. */
  public void forget(Film closed) {
    preparation.forget(closed);
    places.remove(closed);
  }

  private void refreshTexts() {
    Film shown = film.get();
    Rendering how = renderingProperty().get();
    FilmPlacement where = placement.get();
    windowText.set(how == null ? "" : CornerTexts.window(how.window()));
    zoomText.set(where == null ? "" : CornerTexts.zoom(where.zoom() * scale));
    zoom.set(where == null ? 1 : where.zoom() * scale);
    cornerTexts.set(
        shown == null
            ? CornerTexts.NONE
            : CornerTexts.of(
                shown,
                how == null ? "" : CornerTexts.named(how),
                zoomText.get(),
                how != null && how.isInverted(),
                layers.hidden()));
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
    return FilmPlacement.fitted(
        which.width(), which.height(), which.aspect(), paneWidth, paneHeight);
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
    windows.drag(dx, dy, step);
  }

  /** Shows the film under a window of the user's choice. */
  public void showWindow(Window window) {
    windows.show(window);
  }

  /** Turns black and white over, or back. */
  public void invert() {
    windows.invert();
  }

  /** Back to the first window, polarity and place. */
  public void reset() {
    if (windows.own() != null) {
      windows.reset();
      fit();
    }
  }

  /** Shows the film alone, or the rest of the window again. */
  public void toggleMaximised() {
    maximised.set(!maximised.get());
  }

  /** The film shown, or null. */
  public ObjectProperty<@Nullable Film> filmProperty() {
    return film;
  }

  /** The named windows of the film. */
  public WindowsViewModel windows() {
    return windows;
  }

  /** The frames of the film's file. */
  public FramesViewModel frames() {
    return frames;
  }

  /** What lies over the film. */
  public LayersViewModel layers() {
    return layers;
  }

  /** How the film is shown; null until its window is chosen. */
  public ObjectProperty<@Nullable Rendering> renderingProperty() {
    return windows.renderingProperty();
  }

  /** What was guessed or repaired when the film was read, and for showing it. */
  public ReadOnlyObjectProperty<List<FilmWarning>> warningsProperty() {
    return warnings.getReadOnlyProperty();
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

  /** The film's overlay planes; null until it is shown. */
  ReadOnlyObjectProperty<@Nullable OverlayPlanes> planesProperty() {
    return planes.getReadOnlyProperty();
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
