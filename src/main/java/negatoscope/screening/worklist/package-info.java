/**
 * The work list: in which order films are to be read, and the files that other systems take it
 * from.
 *
 * <p>Main types: {@link negatoscope.screening.worklist.ReadingOrder} (the rule), {@link
 * negatoscope.screening.worklist.Claim} (what speaks for a film), {@link
 * negatoscope.screening.worklist.ListedFilm} (a film at its place), {@link
 * negatoscope.screening.worklist.CsvWorkList} and {@link
 * negatoscope.screening.worklist.JsonWorkList}.
 *
 * <p>Threads: values, and functions without state.
 *
 * <p>File formats: {@code worklist.csv} (RFC 4180, UTF-8, a header) and {@code worklist.json}
 * (schema 1). A film without an answer has no class and no probability in either.
 *
 * <pre>{@code
 * List<ListedFilm> films =
 *     ListedFilm.inOrder(rows, new ReadingOrder(ReadingOrder.OVERDUE, clock.instant()));
 * AtomicFiles.write(file, out -> new CsvWorkList(head).write(films, out));
 * }</pre>
 */
@NullMarked
package negatoscope.screening.worklist;

import org.jspecify.annotations.NullMarked;
