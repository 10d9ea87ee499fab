/**
 * The large film: where it is read under its window, zoomed, panned, inverted, with the heat map
 * over it and the values that matter in its corners.
 *
 * <p>Main types: {@link negatoscope.workstation.viewer.ViewerViewModel} (what is shown and every
 * action), {@link negatoscope.workstation.viewer.ViewerPane} (draws it, takes mouse and keys),
 * {@link negatoscope.workstation.viewer.FilmPlacement} (where the film lies in the pane), {@link
 * negatoscope.workstation.viewer.FilmRaster} (samples the visible part, never more pixels than the
 * pane has, so that no film is too large for a graphics texture), {@link
 * negatoscope.workstation.viewer.Shortcuts} (keys and gestures, for help texts), {@link
 * negatoscope.workstation.viewer.WindowsViewModel} (windows and tables by name), {@link
 * negatoscope.workstation.viewer.LayersViewModel} (heat map, overlay planes, shutter), {@link
 * negatoscope.workstation.viewer.FramesViewModel} (frames), {@link
 * negatoscope.workstation.viewer.WarningStrip} (what was guessed or repaired).
 *
 * <p>Threads: view model and pane belong to the JavaFX thread. Choosing the window of a new film
 * and building its {@link negatoscope.workstation.viewer.FilmPyramid} run in the {@link
 * negatoscope.task.TaskRunner} handed in.
 *
 * <pre>{@code
 * ViewerViewModel viewer = new ViewerViewModel(runner);
 * ViewerPane pane = new ViewerPane(viewer);
 * viewer.filmProperty().set(film);
 * viewer.layers().heatProperty().set(overlay);
 * viewer.layers().heatOpacityProperty().set(0.4);
 * viewer.fit();
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.viewer;

import org.jspecify.annotations.NullMarked;
