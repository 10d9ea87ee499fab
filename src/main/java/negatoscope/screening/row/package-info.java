/**
 * A row of the work list: what one film is, where it comes from, and what came of it.
 *
 * <p>Main types: {@link negatoscope.screening.row.ScreenedFilm} (the row), {@link
 * negatoscope.screening.row.FilmIdentity} (by what a file is known again), {@link
 * negatoscope.screening.row.FilmResult} (answered, refused or failed), {@link
 * negatoscope.screening.row.FilmRows} (the pure function from a film and its answer to the row).
 *
 * <p>Threads: values, and functions without state.
 *
 * <pre>{@code
 * FilmIdentity identity = FilmIdentity.of(file, "a/film.dcm");
 * Classification answer = classifier.classify(film, Set.of(), new Cancellation()).join();
 * FilmHead head = FilmHead.of(identity, film, ZoneId.systemDefault());
 * ScreenedFilm row = FilmRows.answered(head, answer, Optional.empty());
 * }</pre>
 */
@NullMarked
package negatoscope.screening.row;

import org.jspecify.annotations.NullMarked;
