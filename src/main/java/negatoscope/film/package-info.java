/**
 * The film: stored samples as they were read, and what the file says about them.
 *
 * <p>Main types: {@link negatoscope.film.Film}, {@link negatoscope.film.Samples}, {@link
 * negatoscope.film.Presentation} (how the file wants it shown: windows, tables, polarity, shutter,
 * overlays), {@link negatoscope.film.FilmWarning}, {@link negatoscope.film.FilmException}. Display
 * never changes what is stored here; the room {@code rendering} makes the eye's picture and the
 * room {@code tensor} the network's.
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * Film film = intake.open(path).get(0);
 * int stored = film.samples().at(column, row);
 * double value = film.modality().apply(stored);
 * for (Window window : film.windows()) { ... }
 * }</pre>
 */
@NullMarked
package negatoscope.film;

import org.jspecify.annotations.NullMarked;
