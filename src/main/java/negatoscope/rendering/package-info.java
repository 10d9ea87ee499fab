/**
 * The picture of a film that the eye gets, and everything drawn over it.
 *
 * <p>Main types: {@link negatoscope.rendering.Rendering}, which decides once how a film is shown
 * (modality, window or table, polarity, padding, 8 bits, shutter) and names the {@linkplain
 * negatoscope.rendering.VoiChoice choices} that there are; {@link
 * negatoscope.rendering.GreyPicture} and {@link negatoscope.rendering.ColourPicture}; {@link
 * negatoscope.rendering.OverlayMask}, the overlays of the file; {@link
 * negatoscope.rendering.AreaAverage}, which shrinks pictures without aliasing; {@link
 * negatoscope.rendering.HeatOverlay} and {@link negatoscope.rendering.ColourMap}, a heat map laid
 * over the film; {@link negatoscope.rendering.HeatMapSheet} and {@link
 * negatoscope.rendering.FilmPair}, both side by side to keep; {@link
 * negatoscope.rendering.PngWriter}. Plots are in {@code rendering.plot}.
 *
 * <p>Threads: values are immutable and may be shared; a buffer handed in belongs to its caller.
 *
 * <pre>{@code
 * Rendering rendering = Rendering.forReading(film);
 * GreyPicture picture = rendering.render();
 * GreyPicture softer = rendering.withWindow(Window.linear(2048, 4000)).render(picture.pixels());
 * Rendering lung = rendering.withChoice(rendering.choices().get(1));
 * int[] marks = OverlayMask.of(film).paint(0, 0, film.width(), film.height(), 800, 600, 0xFF00FF00);
 * GreyPicture thumbnail = rendering.preview(96);
 * PngWriter.write(path, Rendering.asFiled(film).render());
 * }</pre>
 */
@NullMarked
package negatoscope.rendering;

import org.jspecify.annotations.NullMarked;
