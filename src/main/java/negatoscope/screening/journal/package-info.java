/**
 * The journal of a screening: what came of each film, on disk as soon as it is known.
 *
 * <p>Main types: {@link negatoscope.screening.journal.JournalFile} (where it lies, and how it is
 * made, opened and kept aside), {@link negatoscope.screening.journal.Journal} (rows in and out),
 * {@link negatoscope.screening.journal.OutputLock} (one run on an output folder).
 *
 * <p>Threads: a journal may be used from any thread, one call at a time.
 *
 * <p>File format: {@code screening.db}, SQLite in WAL mode; {@code user_version} is the schema's
 * number, 1. {@code film} has a row a film, with a checksum of what the program wrote and, beside
 * it, the reader's {@code verdict} and {@code note}; {@code setting} what the rows depend on. Times
 * are milliseconds since 1970, lists and maps JSON.
 *
 * <pre>{@code
 * SqliteLibrary.keepIn(home.natives());
 * try (OutputLock lock = OutputLock.take(out);
 *     Journal journal = new JournalFile(out).create(Map.of("model", card.id()))) {
 *   journal.begin();
 *   journal.add(List.of(List.of(row)), List.of());
 *   journal.list(film -> show(film));
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.screening.journal;

import org.jspecify.annotations.NullMarked;
