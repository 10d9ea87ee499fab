/**
 * One film's file: {@code info} says what it holds, {@code render} writes the eye's picture of it.
 *
 * <p>Main types: {@link negatoscope.command.film.InfoCommand} and {@link
 * negatoscope.command.film.FileFacts}; {@link negatoscope.command.film.RenderCommand} and {@link
 * negatoscope.command.film.FilmPicture}.
 *
 * <p>Threads: the command's.
 *
 * <pre>{@code
 * negatoscope info film.dcm --format json
 * negatoscope render film.dcm --out film.png --window 600,1200
 * }</pre>
 */
@NullMarked
package negatoscope.command.film;

import org.jspecify.annotations.NullMarked;
